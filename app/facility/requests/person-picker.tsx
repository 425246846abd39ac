import { ButtonRow } from "@/app/_ui/button-row";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { pageNumber } from "@/app/_shell/current";
import { listName } from "@/app/facility/name";
import { rosterHint } from "@/app/facility/roster-hint";
import type { FormEcho } from "@/lib/forms/types";
import { requestPages as words } from "@/lib/messages/facility-requests";
import type { RosterPage, RosterSelection } from "@/lib/residents/queries";

type PersonPickerProps = { readonly echo: FormEcho; readonly name: string; readonly label: string; readonly hint: string; readonly required?: boolean; readonly list: RosterPage; readonly isSearch: boolean };

/**
 * One page of the roster to tick from, inside of the form of a draft. The buttons for a search and for further people send the form: whoever is ticked is kept.
 */
export function PersonPicker({ echo, name, label, hint, required, list, isSearch }: PersonPickerProps) {
  const { lines, page, pageCount } = list;
  return (
    <>
      {pageCount > 1 || isSearch ? (
        <>
          <TextField echo={echo} name="name" type="search" label={words.search} hint={words.searchHint} hideOptional maxLength={100} autoComplete="off" spellCheck={false} />
          <ButtonRow>
            <SubmitButton variant="secondary" name="press" value="STAY">{words.find}</SubmitButton>
          </ButtonRow>
        </>
      ) : null}
      {lines.length > 0 ? (
        <CheckboxGroup echo={echo} name={name} label={label} hint={hint} required={required} hideOptional options={lines.map((person) => ({ value: person.id, label: listName(person), hint: rosterHint(person) }))} />
      ) : (
        <p role="status">{isSearch ? words.nobodyNamed : words.nobodyLeft}</p>
      )}
      {pageCount > 1 || isSearch ? (
        <>
          {/* The page after the last one is the first. */}
          <Hidden name="page" value={isSearch || page === pageCount ? 0 : page} />
          <ButtonRow>
            <SubmitButton variant="tertiary" name="press" value="MORE">{isSearch ? words.showAll : words.showMore(page, pageCount)}</SubmitButton>
          </ButtonRow>
        </>
      ) : null}
    </>
  );
}

/** What of the roster an address asks for: those whom a search has found, or a page. */
export function pickedFrom(query: Readonly<Record<string, string | undefined>>): Pick<RosterSelection, "only" | "page"> & { readonly filter: "ALL" } {
  return { only: query.found === undefined ? null : query.found.split("."), filter: "ALL", page: pageNumber(query.page) };
}
