-- Admiralty: the reliability of outlets as somebody graded them, and beside it, never mixed with it, the grade of the information.
CREATE TABLE admiralty (outlet VARCHAR PRIMARY KEY, letter VARCHAR, reason VARCHAR, graded_by VARCHAR);
CREATE VIEW grades AS
SELECT c.id AS claim, c.kind, a.outlet, coalesce(g.letter, 'F') AS reliability, 6 AS information,
    coalesce(g.reason, 'nobody has graded the outlet') AS reason, g.graded_by, c.said_by, c.factuality, c.article, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article LEFT JOIN admiralty g ON lower(g.outlet) = lower(a.outlet);
COMMENT ON VIEW grades IS 'Admiralty: reliability A-F of the outlet and, an axis of its own, credibility 1-6 of the information; 6 until independent origins corroborate it.';
