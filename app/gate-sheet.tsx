import { DataTable } from "@/app/_ui/data-table";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { officeContact } from "@/app/_shell/contact";
import type { GateList } from "@/lib/gate/types";
import { formatDateTime, formatRange } from "@/lib/messages/format";
import { gate as words } from "@/lib/messages/gate";
import { labels } from "@/lib/messages/labels";

/** The paper for the gate: who comes in, in which car, with which devices, and room to tick them off. */
export function GateSheet({ list, now }: { readonly list: GateList; readonly now: Date }) {
  const facts = [
    { term: words.house, value: list.house },
    { term: words.when, value: formatRange(list.startsAt, list.endsAt) },
    { term: words.vehicle, value: `${list.vehicle.label}, ${list.vehicle.plate}` },
    { term: words.kit, value: list.kitLabel },
    { term: words.clearance, value: list.clearedOn ? words.cleared(list.clearedOn) : words.open(list.neededOn) },
  ];
  return (
    <PrintSheet title={words.title(list.reference)} facts={facts} printedAt={formatDateTime(now)} contact={officeContact()}>
      <h2>{words.crewTitle}</h2>
      <p>{words.crewText}</p>
      <DataTable
        caption={words.crewTitle}
        hideCaption
        columns={[
          { key: "person", label: words.person },
          { key: "checked", label: words.checked },
        ]}
        rows={list.crew.map((person) => ({ id: person, cells: { person, checked: "☐" } }))}
      />
      <h2>{words.devicesTitle}</h2>
      <p>{words.devicesText}</p>
      <DataTable
        caption={words.devicesTitle}
        hideCaption
        columns={[
          { key: "device", label: words.device },
          { key: "tag", label: words.tag },
          { key: "remark", label: words.remark },
          { key: "in", label: words.in },
          { key: "out", label: words.out },
        ]}
        rows={list.devices.map(({ kind, inventoryTag, isRadio, isCamera }) => ({
          id: inventoryTag,
          cells: { device: labels.component[kind], tag: inventoryTag, remark: isRadio ? words.radio : isCamera ? words.camera : "–", in: "☐", out: "☐" },
        }))}
      />
    </PrintSheet>
  );
}
