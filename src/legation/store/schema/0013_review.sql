-- Review: the decisions of reviewers, append-only; an undo is a decision on a decision. They hang on the words, not on the claim's id.
CREATE TABLE review_decision (
    id VARCHAR PRIMARY KEY, target VARCHAR, action VARCHAR, reviewer VARCHAR, decided_at VARCHAR, text_hash VARCHAR, reason VARCHAR,
    field VARCHAR, old VARCHAR, new VARCHAR, article VARCHAR, kind VARCHAR, span_start INTEGER, span_end INTEGER,
    standing VARCHAR, seconds DOUBLE, confidence DOUBLE, made_by VARCHAR
);
COMMENT ON TABLE review_decision IS 'Review decisions in the order in which they were made; never changed, never deleted. text_hash is the SHA-256 of the evidence words.';
COMMENT ON COLUMN review_decision.standing IS 'annotator, or adjudicator: whose word stands where annotators differ.';
CREATE VIEW reviews AS
SELECT d.* FROM review_decision d
WHERE d.action <> 'undo' AND NOT EXISTS (SELECT 1 FROM review_decision u WHERE u.action = 'undo' AND u.target = d.id);
COMMENT ON VIEW reviews IS 'The review decisions that have not been undone.';
