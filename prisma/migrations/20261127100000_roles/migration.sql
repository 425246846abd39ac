-- Who may do what in the database. The application's transactions run as one of these groups (lib/db/in-scope.ts), and nobody signs in as one. Roles belong to the
-- whole server, not to one database: they may be there already, and another database's migration may make them at the same moment.
SET lock_timeout = '10s';

DO $$
DECLARE
  portal_group text;
BEGIN
  FOREACH portal_group IN ARRAY ARRAY['portal_facility', 'portal_office', 'portal_crew', 'portal_oversight', 'portal_gate', 'portal_worker'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = portal_group) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', portal_group);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;

-- Nobody makes anything here but the owner of the tables.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker;

DO $$
DECLARE
  portal_table text;
BEGIN
  FOR portal_table IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker', portal_table);
    IF portal_table <> 'AuditEntry' THEN
      EXECUTE format('GRANT UPDATE, DELETE ON %I TO portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker', portal_table);
    END IF;
  END LOOP;
END
$$;
