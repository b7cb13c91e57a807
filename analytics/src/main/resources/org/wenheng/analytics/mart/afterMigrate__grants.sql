-- Whoever only reads gets the published tables and nothing else. An external server may do without the role.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'wenheng_reader') THEN
        GRANT USAGE ON SCHEMA mart TO wenheng_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA mart TO wenheng_reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO wenheng_reader;
    END IF;
END
$$;
