-- How each pointer of mart.publication came to stand where it stands. Rows are only added.
CREATE TABLE mart.publication_event (
    event_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scheme_code text        NOT NULL,
    period      text        NOT NULL,
    -- published: by a run; moved: by a person, to a run that is kept.
    kind        text        NOT NULL CHECK (kind IN ('published', 'moved')),
    from_run    text        REFERENCES mart.run,
    to_run      text        NOT NULL REFERENCES mart.run,
    reason      text        NOT NULL CHECK (kind = 'published' OR reason <> ''),
    moved_by    text        NOT NULL,
    moved_at    timestamptz NOT NULL
);
CREATE INDEX publication_event_of_period ON mart.publication_event (scheme_code, period, event_id);

-- Of what was published before this table was there, only the last step is known.
INSERT INTO mart.publication_event (scheme_code, period, kind, from_run, to_run, reason, moved_by, moved_at)
SELECT p.scheme_code, p.period, 'published', NULL, p.run_id, '', coalesce(r.run_by, ''), p.published_at
FROM mart.publication p
JOIN mart.run r USING (run_id)
ORDER BY p.published_at, p.scheme_code, p.period;
