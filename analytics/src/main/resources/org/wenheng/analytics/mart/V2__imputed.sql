-- A scheme for analysis may fill in a missing value; the node says so.
ALTER TABLE mart.score
    DROP CONSTRAINT score_status_check,
    ADD CONSTRAINT score_status_check CHECK (status IN ('scored', 'partial', 'imputed', 'missing', 'not-applicable'));
