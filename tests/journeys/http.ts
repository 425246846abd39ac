/** A signed-in person over plain HTTP, without a browser. */
export type Caller = {
  /** Sends a form to a web process and answers where it leads. The origin is always the portal's own. */
  readonly send: (process: string, action: string, from: string, values: Readonly<Record<string, string | readonly string[]>>) => Promise<Sent>;
  /** The text of a page. */
  readonly read: (process: string, path: string) => Promise<{ readonly status: number; readonly text: string }>;
};
export type Sent = { readonly status: number; readonly location: string };

/** Signs in one of the demo's accounts. The session lives in the database, so every web process knows it. */
export async function callerOf(origin: string, account: string): Promise<Caller> {
  const jar = new Map<string, string>();
  const take = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const post = async (process: string, action: string, body: URLSearchParams): Promise<Sent> => {
    const response = await fetch(`${process}/do/${action}`, { method: "POST", redirect: "manual", headers: { origin, cookie: cookie() }, body });
    take(response);
    await response.arrayBuffer();
    return { status: response.status, location: response.headers.get("location") ?? "" };
  };
  await post(origin, "login.demo", new URLSearchParams({ email: `${account}@demo.example`, next: "" }));
  // The first refusal gives this browser its key; getting it before a race keeps every echo readable.
  await post(origin, "account.switchRole", new URLSearchParams({ _from: "/account" }));
  return {
    send: (process, action, from, values) => {
      const body = new URLSearchParams({ _key: crypto.randomUUID(), _from: from });
      for (const [name, value] of Object.entries(values)) for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
      return post(process, action, body);
    },
    read: async (process, path) => {
      const response = await fetch(`${process}${path}`, { redirect: "manual", headers: { cookie: cookie() } });
      return { status: response.status, text: await response.text() };
    },
  };
}
