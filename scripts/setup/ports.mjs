import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

function tryListening(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => done(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(undefined)));
  });
}

/** Refuses a port that we cannot listen on; `name` is the variable that moves it. */
export async function requirePort(name, port) {
  for (const host of ["::", "0.0.0.0", "127.0.0.1"]) {
    const code = await tryListening(port, host);
    if (code === "EADDRINUSE") throw new Refusal(`Port ${port} ist schon belegt; mit ${name}=<anderer Port> npm start geht es auf einem anderen.`);
    if (code === "EACCES") throw new Refusal(`Port ${port} darf hier nur der Verwalter des Rechners öffnen; bitte ${name} auf einen Port ab 1024 setzen.`);
  }
}
