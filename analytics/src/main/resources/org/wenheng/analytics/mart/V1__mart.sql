-- The published tables. Written only by the publishing transaction; read by the API, Superset and notebooks.
-- A run's rows never change once written; what readers see is decided by mart.publication alone.

CREATE TABLE mart.catalogue (
    catalogue text PRIMARY KEY,
    title_zh  text NOT NULL,
    title_en  text NOT NULL
);

CREATE TABLE mart.region (
    catalogue   text    NOT NULL REFERENCES mart.catalogue,
    region_code text    NOT NULL,
    name_zh     text    NOT NULL,
    name_en     text    NOT NULL,
    level       text    NOT NULL,
    parent_code text,
    attributes  jsonb   NOT NULL,
    sort        integer NOT NULL,
    PRIMARY KEY (catalogue, region_code)
);

CREATE TABLE mart.element (
    catalogue    text    NOT NULL REFERENCES mart.catalogue,
    element_code text    NOT NULL,
    name_zh      text    NOT NULL,
    name_en      text    NOT NULL,
    unit         text    NOT NULL,
    frequency    text    NOT NULL,
    departments  text    NOT NULL,
    source       text    NOT NULL,
    sort         integer NOT NULL,
    PRIMARY KEY (catalogue, element_code)
);

CREATE TABLE mart.scheme (
    scheme_code    text NOT NULL,
    scheme_version text NOT NULL,
    catalogue      text NOT NULL REFERENCES mart.catalogue,
    title_zh       text NOT NULL,
    title_en       text NOT NULL,
    unit_level     text NOT NULL,
    scheme_hash    text NOT NULL,
    source         text NOT NULL,
    PRIMARY KEY (scheme_code, scheme_version)
);

CREATE TABLE mart.node (
    scheme_code    text    NOT NULL,
    scheme_version text    NOT NULL,
    node_code      text    NOT NULL,
    parent_code    text,
    kind           text    NOT NULL CHECK (kind IN ('index', 'dimension', 'indicator', 'bonus', 'deduction', 'veto')),
    title_zh       text    NOT NULL,
    title_en       text    NOT NULL,
    question       text    NOT NULL,
    unit           text    NOT NULL,
    formula        text    NOT NULL,
    method_zh      text    NOT NULL,
    method_en      text    NOT NULL,
    direction      text    NOT NULL,
    nature         text    NOT NULL CHECK (nature IN ('binding', 'expected', '')),
    weight         double precision NOT NULL,
    departments    text    NOT NULL,
    frequency      text    NOT NULL,
    target         text    NOT NULL,
    target_source  text    NOT NULL,
    sort           integer NOT NULL,
    PRIMARY KEY (scheme_code, scheme_version, node_code),
    FOREIGN KEY (scheme_code, scheme_version) REFERENCES mart.scheme
);

CREATE TABLE mart.run (
    run_id         text        PRIMARY KEY,
    scheme_code    text        NOT NULL,
    scheme_version text        NOT NULL,
    period         text        NOT NULL,
    frequency      text        NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')),
    period_start   timestamp   NOT NULL,
    period_name_zh text        NOT NULL,
    known_at       timestamptz NOT NULL,
    origin         text        NOT NULL CHECK (origin IN ('real', 'synthetic', 'mixed')),
    engine_version text        NOT NULL,
    regions        integer     NOT NULL,
    started_at     timestamptz NOT NULL,
    finished_at    timestamptz NOT NULL,
    FOREIGN KEY (scheme_code, scheme_version) REFERENCES mart.scheme
);

-- The pointer: the one run of a scheme and period that readers see.
CREATE TABLE mart.publication (
    scheme_code  text        NOT NULL,
    period       text        NOT NULL,
    run_id       text        NOT NULL REFERENCES mart.run,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (scheme_code, period)
);

CREATE TABLE mart.result (
    run_id             text    NOT NULL REFERENCES mart.run,
    region_code        text    NOT NULL,
    kind               text    NOT NULL CHECK (kind IN ('unit', 'parent')),
    peer_group         text    NOT NULL,
    score              numeric(8, 2),
    score_exact        double precision,
    covered            double precision NOT NULL,
    grade_zh           text,
    grade_en           text,
    grade_by_points_zh text,
    grade_by_points_en text,
    grade_reasons_zh   text    NOT NULL,
    grade_reasons_en   text    NOT NULL,
    rank               integer,
    rank_of            integer NOT NULL,
    peer_rank          integer,
    peer_rank_of       integer NOT NULL,
    PRIMARY KEY (run_id, kind, region_code)
);

CREATE TABLE mart.score (
    run_id       text NOT NULL REFERENCES mart.run,
    region_code  text NOT NULL,
    node_code    text NOT NULL,
    status       text NOT NULL CHECK (status IN ('scored', 'partial', 'missing', 'not-applicable')),
    value        double precision,
    points       double precision,
    weight       double precision NOT NULL,
    contribution double precision NOT NULL,
    notes_zh     text NOT NULL,
    notes_en     text NOT NULL,
    PRIMARY KEY (run_id, region_code, node_code)
);

CREATE TABLE mart.input (
    run_id         text NOT NULL REFERENCES mart.run,
    region_code    text NOT NULL,
    indicator_code text NOT NULL,
    element_code   text NOT NULL,
    period         text NOT NULL,
    status         text NOT NULL,
    value          double precision,
    PRIMARY KEY (run_id, region_code, indicator_code, element_code, period)
);

CREATE TABLE mart.submission (
    catalogue       text        NOT NULL REFERENCES mart.catalogue,
    submission_id   text        NOT NULL,
    file_hash       text        NOT NULL,
    file_name       text        NOT NULL,
    mapping         text        NOT NULL,
    region_code     text,
    period          text,
    verdict         text        NOT NULL,
    encoding        text        NOT NULL,
    cells_read      bigint      NOT NULL,
    cells_accepted  bigint      NOT NULL,
    cells_refused   bigint      NOT NULL,
    cells_unchanged bigint      NOT NULL,
    origin          text        NOT NULL,
    received_at     timestamptz NOT NULL,
    PRIMARY KEY (catalogue, submission_id)
);

-- The cells behind the inputs. A run reads what was known at run.known_at:
-- known_from <= known_at AND (known_to IS NULL OR known_to > known_at).
CREATE TABLE mart.observation (
    catalogue     text           NOT NULL REFERENCES mart.catalogue,
    region_code   text           NOT NULL,
    facility_code text           NOT NULL,
    facility_name text           NOT NULL,
    period        text           NOT NULL,
    element_code  text           NOT NULL,
    status        text           NOT NULL,
    value         numeric(28, 6),
    submission_id text           NOT NULL,
    sheet         text           NOT NULL,
    cell          text           NOT NULL,
    given         text           NOT NULL,
    origin        text           NOT NULL,
    known_from    timestamptz    NOT NULL,
    known_to      timestamptz,
    PRIMARY KEY (catalogue, region_code, element_code, period, facility_code, known_from)
);

-- One row per published result: what dashboards read.
CREATE VIEW mart.published_result AS
SELECT p.scheme_code,
       s.scheme_version,
       s.catalogue,
       s.title_zh AS scheme_title,
       p.period,
       r.period_name_zh AS period_name,
       r.period_start,
       r.frequency,
       r.run_id,
       r.origin,
       r.known_at,
       p.published_at,
       x.region_code,
       g.name_zh AS region_name,
       g.name_en AS region_name_en,
       g.level,
       g.parent_code,
       coalesce(q.name_zh, '') AS parent_name,
       x.kind,
       x.peer_group,
       x.score,
       x.covered,
       x.grade_zh AS grade,
       x.grade_en,
       x.rank,
       x.rank_of,
       x.peer_rank,
       x.peer_rank_of
FROM mart.publication p
JOIN mart.run r ON r.run_id = p.run_id
JOIN mart.scheme s ON s.scheme_code = r.scheme_code AND s.scheme_version = r.scheme_version
JOIN mart.result x ON x.run_id = r.run_id
JOIN mart.region g ON g.catalogue = s.catalogue AND g.region_code = x.region_code
LEFT JOIN mart.region q ON q.catalogue = g.catalogue AND q.region_code = g.parent_code;
