import { scopeOf } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import expected from "@/prisma/rights.json";
import { Prisma } from "@/prisma/generated/client/client";

/** One right of the database as it states it: `object` is the table, function or group that it is about. */
export type Right = { readonly object: string; readonly line: string };

/**
 * Everything by which the database decides who sees and changes what: row-level security of every table, each policy word for word, what the groups and everybody
 * may do with tables, columns and functions, and what the groups themselves are. `prisma/rights.json` holds what it must be; `npm run db:rights` writes that file.
 */
export const rightsQuery = Prisma.sql`
  WITH grantee AS (SELECT 0::oid AS oid, 'everybody' AS name UNION ALL SELECT oid, rolname FROM pg_roles WHERE rolname LIKE 'portal\\_%' AND NOT rolcanlogin),
  relation AS (SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relname <> '_prisma_migrations')
  SELECT relname::text AS object, 'row security ' || CASE WHEN relrowsecurity THEN 'enabled' ELSE 'disabled' END || CASE WHEN relforcerowsecurity THEN ' and forced' ELSE '' END AS line
    FROM relation WHERE relkind <> 'S'
  UNION ALL
  SELECT tablename::text, concat_ws(' ', 'policy', policyname, permissive, 'for', cmd, 'to', array_to_string(array_replace(roles, tableowner, 'owner'), ', '), 'using ' || qual, 'check ' || with_check)
    FROM pg_policies JOIN pg_tables USING (schemaname, tablename) WHERE schemaname = 'public'
  UNION ALL
  SELECT relname::text, name || ' may ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) FROM relation, aclexplode(relacl) AS acl JOIN grantee ON oid = acl.grantee
    GROUP BY relname, name
  UNION ALL
  SELECT relname::text, name || ' may ' || privilege_type || ' of ' || string_agg(attname, ', ' ORDER BY attname COLLATE "C")
    FROM relation JOIN pg_attribute ON attrelid = relation.oid, aclexplode(attacl) AS acl JOIN grantee ON grantee.oid = acl.grantee
    GROUP BY relname, name, privilege_type
  UNION ALL
  SELECT proname::text, 'function ' || md5(pg_get_functiondef(p.oid)) || ' for ' || coalesce(string_agg(name, ', ' ORDER BY name COLLATE "C"), 'nobody')
    FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner))) AS acl LEFT JOIN grantee ON grantee.oid = acl.grantee
    WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
    GROUP BY p.oid, proname
  UNION ALL
  SELECT 'public', name || ' may ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) FROM pg_namespace, aclexplode(nspacl) AS acl JOIN grantee ON grantee.oid = acl.grantee
    WHERE nspname = 'public' GROUP BY name
  UNION ALL
  SELECT rolname::text, 'group ' || concat_ws(' ', CASE WHEN rolsuper THEN 'superuser' END, CASE WHEN rolbypassrls THEN 'bypasses' END, CASE WHEN rolcreaterole THEN 'makes roles' END,
    CASE WHEN rolcreatedb THEN 'makes databases' END, CASE WHEN rolreplication THEN 'replicates' END)
    FROM pg_roles WHERE rolname = ANY(ARRAY['portal_facility', 'portal_office', 'portal_crew', 'portal_oversight', 'portal_subject', 'portal_gate', 'portal_worker'])`;

/**
 * The tables, functions and groups whose rights are not those of `prisma/rights.json`. A table that stands there not at all must have its rows guarded; what its
 * policies say is then the tests' question and keeps nobody from starting.
 */
export async function rightsFaults(): Promise<readonly string[]> {
  const found = await inScope(scopeOf({ kind: "system", job: "guards" }), (tx) => tx.$queryRaw<Right[]>(rightsQuery));
  return differingObjects(found, expected);
}

/** The objects about which the two differ; see `rightsFaults`. */
export function differingObjects(found: readonly Right[], wanted: readonly Right[]): readonly string[] {
  const known = new Set(wanted.map(({ object }) => object));
  const key = ({ object, line }: Right): string => `${object}: ${line.replace(/\s+/g, " ").trim()}`;
  const [there, due] = [new Set(found.map(key)), new Set(wanted.map(key))];
  const missing = wanted.filter((right) => !there.has(key(right)));
  const surplus = found.filter((right) => !due.has(key(right)) && (known.has(right.object) || /^row security (disabled|enabled$)/.test(right.line)));
  return [...new Set([...missing, ...surplus].map(({ object }) => object))].sort();
}

type Login = { readonly name: string; readonly isAboveRows: boolean; readonly isOwner: boolean; readonly actsAsWorker: boolean; readonly inherits: boolean };

/** The login of this connection where it could get around row-level security, do something without first acting as a group, or act as the worker in the web; else null. */
export async function strongLogin(tx: Tx, isWeb: boolean): Promise<string | null> {
  const [login] = await tx.$queryRaw<Login[]>`
    SELECT session_user::text AS name,
      (SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = session_user) AS "isAboveRows",
      EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(session_user, relowner, 'MEMBER')) AS "isOwner",
      pg_has_role(session_user, 'portal_worker', 'MEMBER') AS "actsAsWorker",
      EXISTS (SELECT FROM pg_roles WHERE rolname LIKE 'portal\\_%' AND NOT rolcanlogin AND pg_has_role(session_user, oid, 'USAGE')) AS inherits`;
  if (!login) throw new Error("the database did not say who asks");
  return login.isAboveRows || login.isOwner || login.inherits || (isWeb && login.actsAsWorker) ? login.name : null;
}
