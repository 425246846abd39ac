import { connect, type Socket } from "node:net";

export type Said = { readonly status: number; readonly head: string; readonly body: string; readonly milliseconds: number };

/** Sends bytes as they are to a port of this machine and answers all that comes back until the other side ends or the time is over. Status 0: nothing came. */
export function onTheWire(port: number, bytes: string | Buffer, limitMs = 5_000): Promise<Said> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      const [head = "", ...body] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: body.join("\r\n\r\n"), milliseconds: performance.now() - begin });
    };
    const timer = setTimeout(end, limitMs);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", end);
    socket.on("close", end);
    socket.on("error", () => undefined);
    socket.on("connect", () => socket.write(bytes));
  });
}

/** A connection that says as little as it can: `first` at once, then `drop` every `everyMs`. Answers when the other side has cut it, in milliseconds; null if it never did. */
export function slowly(port: number, { first, drop, everyMs, limitMs }: { readonly first: string; readonly drop: string; readonly everyMs: number; readonly limitMs: number }): Promise<number | null> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const socket: Socket = connect(port, "127.0.0.1");
    const finish = (result: number | null): void => {
      clearInterval(dripping);
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const dripping = setInterval(() => socket.writable && socket.write(drop), everyMs);
    const timer = setTimeout(() => finish(null), limitMs);
    socket.on("connect", () => socket.write(first));
    socket.on("data", () => undefined);
    socket.on("error", () => undefined);
    socket.on("close", () => finish(performance.now() - begin));
  });
}
