-- What supervision says of a run. Rows of a run never change once written.

CREATE TABLE mart.light (
    run_id      text NOT NULL REFERENCES mart.run,
    light_code  text NOT NULL,
    region_code text NOT NULL,
    subject     text NOT NULL,
    colour      text NOT NULL CHECK (colour IN ('red', 'yellow', 'green', 'no-data')),
    title_zh    text NOT NULL,
    title_en    text NOT NULL,
    reason_zh   text NOT NULL CHECK (reason_zh <> ''),
    reason_en   text NOT NULL CHECK (reason_en <> ''),
    advice_zh   text NOT NULL,
    advice_en   text NOT NULL,
    acts        text NOT NULL CHECK (acts IN ('region', 'department', 'office', 'nobody')),
    departments text NOT NULL,
    source      text NOT NULL,
    PRIMARY KEY (run_id, light_code, region_code, subject),
    CHECK ((colour IN ('red', 'yellow')) = (acts <> 'nobody'))
);

CREATE TABLE mart.anomaly_case (
    run_id         text             NOT NULL REFERENCES mart.run,
    case_id        text             NOT NULL,
    region_code    text             NOT NULL,
    element_code   text             NOT NULL,
    period         text             NOT NULL,
    score          double precision NOT NULL CHECK (score >= 0 AND score <= 1),
    detectors      text             NOT NULL,
    explanation_zh text             NOT NULL,
    explanation_en text             NOT NULL,
    earlier        text             NOT NULL,
    times_before   integer          NOT NULL CHECK (times_before >= 0),
    PRIMARY KEY (run_id, case_id)
);

CREATE TABLE mart.data_quality (
    run_id            text    NOT NULL REFERENCES mart.run,
    region_code       text    NOT NULL,
    quality           double precision CHECK (quality >= 0 AND quality <= 100),
    completeness      double precision CHECK (completeness >= 0 AND completeness <= 100),
    timeliness        double precision CHECK (timeliness >= 0 AND timeliness <= 100),
    consistency       double precision CHECK (consistency >= 0 AND consistency <= 100),
    plausibility      double precision CHECK (plausibility >= 0 AND plausibility <= 100),
    cells_expected    integer NOT NULL,
    cells_answered    integer NOT NULL CHECK (cells_answered >= 0 AND cells_answered <= cells_expected),
    forms_due         integer NOT NULL,
    forms_in_time     integer NOT NULL,
    forms_late        integer NOT NULL CHECK (forms_in_time + forms_late <= forms_due),
    relations_checked integer NOT NULL,
    relations_broken  integer NOT NULL CHECK (relations_broken >= 0 AND relations_broken <= relations_checked),
    values_tested     integer NOT NULL,
    values_suspect    integer NOT NULL CHECK (values_suspect >= 0 AND values_suspect <= values_tested),
    PRIMARY KEY (run_id, region_code)
);

CREATE TABLE mart.spot_check (
    run_id        text             NOT NULL REFERENCES mart.run,
    region_code   text             NOT NULL,
    sample_size   integer          NOT NULL CHECK (sample_size >= 0),
    seed          bigint           NOT NULL,
    start_point   double precision NOT NULL CHECK (start_point >= 0 AND start_point < 1),
    risk_cases    double precision NOT NULL,
    risk_quality  double precision,
    risk_jump     double precision,
    risk_size     double precision NOT NULL,
    risk          double precision NOT NULL CHECK (risk > 0 AND risk <= 1),
    probability   double precision NOT NULL CHECK (probability >= 0 AND probability <= 1),
    interval_from double precision NOT NULL,
    interval_to   double precision NOT NULL CHECK (interval_from <= interval_to),
    drawn         boolean          NOT NULL,
    PRIMARY KEY (run_id, region_code)
);
