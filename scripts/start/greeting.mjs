/** The demo's accounts as the seed makes them, in the order in which one would try them. */
export const demoAccounts = [
  ["burgholz@demo.example", "Pflegeheim, stellt Anfragen"],
  ["linde@demo.example", "ein anderes Pflegeheim"],
  ["jva@demo.example", "Sozialdienst der JVA"],
  ["leitung@demo.example", "Teamleitung, plant die Touren"],
  ["team1@demo.example", "Außenteam"],
  ["team2@demo.example", "Außenteam"],
  ["admin@demo.example", "Verwaltung des Portals"],
  ["datenschutz@demo.example", "Datenschutz, liest nur"],
];

/** What stands at the end of a start: where to go, and as whom. */
export function greeting({ mode, ports }, env, hasDemoCity) {
  const lines = ["", "Der Bürgerkoffer läuft.", "", `  Portal    ${env.APP_ORIGIN}`];
  if (mode === "demo") lines.push(`  Postfach  http://localhost:${ports.MAILBOX_PORT}`);
  if (hasDemoCity) {
    const width = Math.max(...demoAccounts.map(([address]) => address.length));
    lines.push("", `Zugänge, mit einem Klick unter ${env.APP_ORIGIN}/login:`, "");
    lines.push(...demoAccounts.map(([address, role]) => `  ${address.padEnd(width)}  ${role}`));
    lines.push("", "Strg+C beendet alles; `npm start -- --fresh` beginnt mit neuen Daten.");
  }
  return lines.join("\n");
}
