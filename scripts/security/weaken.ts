import ts from "typescript";

/** A check of the application that the test build can switch off, one by one. */
export type Weakening = {
  readonly id: string;
  /** `scope`: which rows somebody reaches. `policy`: who may at all. `proxy`: what runs before a page. */
  readonly kind: "scope" | "policy" | "proxy";
  readonly file: string;
  readonly line: number;
};

type Edit = { readonly start: number; readonly end: number; readonly text: string };

const FILTERS = ["facilityFilter", "ownFacilityFilter", "ownFilter", "tourFilter", "withinReach"];
const OWNERS = ["scope", "actor", "owner", "person", "by", "holder"];
const OWN_IDS = ["facilityId", "userId", "staffId", "sessionId"];
/** Their definitions, and where the database is told who asks: weakening those would switch off the second wall with the first. */
const UNTOUCHED = ["lib/auth/scope.ts", "lib/db/in-scope.ts", "lib/db/submissions.ts"];
const IMPORT = 'import { weakened } from "@/lib/auth/weakened"; ';

/** One source file with a switch at each check, and what the switches are called. Lines keep their numbers. */
export function withSwitches(file: string, text: string): { readonly text: string; readonly weakenings: readonly Weakening[] } {
  if (UNTOUCHED.includes(file) || !/\.tsx?$/.test(file)) return { text, weakenings: [] };
  if (file === "proxy.ts") return inProxy(text);
  if (file === "lib/auth/policy.ts") return inPolicy(text);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const edits: Edit[] = [];
  const weakenings: Weakening[] = [];
  const named = (node: ts.Node): string => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const twins = weakenings.filter((one) => one.line === line).length;
    const id = `scope:${file}:${line}${twins === 0 ? "" : `#${twins + 1}`}`;
    weakenings.push({ id, kind: "scope", file, line });
    return JSON.stringify(id);
  };
  const visit = (node: ts.Node): void => {
    const edit = editOf(node, named);
    if (edit) edits.push({ start: node.getStart(), end: node.getEnd(), text: edit });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return { text: edits.length === 0 ? text : IMPORT + applied(text, edits), weakenings };
}

/** What stands in a check's place, or nothing where the node is no check. */
function editOf(node: ts.Node, named: (node: ts.Node) => string): string | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && FILTERS.includes(node.expression.text)) {
    return `(weakened(${named(node)}) ? {} : ${node.getText()})`;
  }
  if (ts.isBinaryExpression(node) && isReach(node.left)) {
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) return `(weakened(${named(node)}) || ${node.getText()})`;
    if (node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken) return `(!weakened(${named(node)}) && ${node.getText()})`;
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken && isOwnId(node.operand) && node.operand.getText().startsWith("scope.")) {
    return `(!weakened(${named(node)}) && ${node.getText()})`;
  }
  if (ts.isPropertyAssignment(node) && isOwnId(node.initializer) && isCondition(node)) {
    return `...(weakened(${named(node)}) ? {} : { ${node.getText()} })`;
  }
  if (ts.isShorthandPropertyAssignment(node) && isTakenFromOwner(node) && isCondition(node)) return `...(weakened(${named(node)}) ? {} : { ${node.getText()} })`;
  return null;
}

const isReach = (node: ts.Expression): boolean => /^(?:\w+\.)?scope\.reach$/.test(node.getText());

function isOwnId(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && OWNERS.includes(node.expression.text) && OWN_IDS.includes(node.name.text);
}

/** Whether `{ userId }` stands for an own id that was taken from its owner before: `const { userId } = actor`, `const userId = scope.userId`. */
function isTakenFromOwner(property: ts.ShorthandPropertyAssignment): boolean {
  const name = property.name.text;
  if (!OWN_IDS.includes(name)) return false;
  for (let node: ts.Node = property.parent; node; node = node.parent) {
    if (!ts.isBlock(node)) continue;
    for (const declaration of node.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations])) {
      const { name: bound, initializer } = declaration;
      if (!initializer) continue;
      if (ts.isIdentifier(bound) && bound.text === name) return isOwnId(initializer);
      const isUnpacked = ts.isObjectBindingPattern(bound) && bound.elements.some((element) => ts.isIdentifier(element.name) && element.name.text === name);
      if (isUnpacked) return ts.isIdentifier(initializer) && OWNERS.includes(initializer.text);
    }
  }
  return false;
}

/** Whether a property narrows a query, as opposed to being written, shown or put on record. A unique key cannot be left out. */
function isCondition(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): boolean {
  const path: string[] = [];
  for (let node: ts.Node = property.parent; node; node = node.parent) {
    if (ts.isPropertyAssignment(node)) path.push(node.name.getText());
    else if (ts.isVariableDeclaration(node)) path.push(node.name.getText());
    else if (ts.isCallExpression(node)) {
      if (/\.(findUnique|findUniqueOrThrow|upsert|create|createMany)$/.test(node.expression.getText())) return false;
      if (path.length > 0) break;
    } else if (ts.isFunctionLike(node) || ts.isReturnStatement(node)) break;
  }
  return path.includes("where") && !path.some((name) => ["data", "create", "select", "include", "details", "subject"].includes(name));
}

function inPolicy(text: string): { readonly text: string; readonly weakenings: readonly Weakening[] } {
  const check = "return roles.includes(role);";
  if (text.split(check).length !== 2) throw new Error("lib/auth/policy.ts: the line that decides has changed; please teach scripts/security/weaken.ts the new one");
  const names = [...text.matchAll(/^ {2}"([\w.]+)": [A-Z[]/gm)].map((match) => match[1]!);
  const line = text.slice(0, text.indexOf(check)).split("\n").length;
  return {
    text: IMPORT + text.replace(check, "return weakened(`policy:${permission}`) || roles.includes(role);"),
    weakenings: names.map((name) => ({ id: `policy:${name}`, kind: "policy", file: "lib/auth/policy.ts", line })),
  };
}

function inProxy(text: string): { readonly text: string; readonly weakenings: readonly Weakening[] } {
  const found = /export (?:async )?function proxy\(/.exec(text);
  if (!found) throw new Error("proxy.ts has no function proxy any more");
  const at = text.indexOf("{", text.indexOf(")", found.index)) + 1;
  return {
    text: `${IMPORT}${text.slice(0, at)} if (weakened("proxy")) return NextResponse.next();${text.slice(at)}`,
    weakenings: [{ id: "proxy", kind: "proxy", file: "proxy.ts", line: text.slice(0, at).split("\n").length }],
  };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((one, other) => other.start - one.start).reduce((result, { start, end, text: replacement }) => result.slice(0, start) + replacement + result.slice(end), text);
}
