-- What a run read, who ran it, how long it took, and its seal. Missing in runs of before records were kept.
ALTER TABLE mart.run
    ADD COLUMN scheme_hash         text,
    ADD COLUMN observation_version bigint,
    ADD COLUMN submission_version  bigint,
    ADD COLUMN seed                bigint,
    ADD COLUMN run_by              text,
    ADD COLUMN stages              text,
    ADD COLUMN digest              text,
    ADD COLUMN signature           text;
