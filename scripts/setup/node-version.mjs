// Read by Nodes far too old for the rest: nothing newer than an export may stand here.

/** The versions of Node the portal runs on, as package.json names them. */
export const supported = "^20.19 || ^22.12 || >=24";

/** The sentence for a Node that is too old; undefined where it will do. */
export function nodeSentence(version) {
  var parts = version.split(".").map(Number);
  var major = parts[0];
  var minor = parts[1];
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return undefined;
  return "Der Bürgerkoffer braucht Node.js 20.19, 22.12, 24 oder neuer; hier läuft " + version + ".";
}
