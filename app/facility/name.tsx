type Named = { readonly lastName: string; readonly firstNames: string };

/** A person's name in the order of a list; isolated, because names run in both directions. */
export function ListName({ lastName, firstNames }: Named) {
  return (
    <bdi>
      {lastName}, {firstNames}
    </bdi>
  );
}

/** The same as plain text, where no markup is possible. */
export function listName({ lastName, firstNames }: Named): string {
  return `${lastName}, ${firstNames}`;
}
