-- Codes of other schemes for each event claim, with the rule that gave them; contexts stand in the claim's payload.
CREATE TABLE coding (claim VARCHAR, scheme VARCHAR, code VARCHAR, rule VARCHAR, article VARCHAR);
CREATE VIEW codings AS
SELECT k.claim, k.scheme, k.code, k.rule, c.payload ->> 'event_type' AS type, c.payload ->> 'mode' AS mode, c.aux,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target, r.words), '+' ORDER BY coalesce(r.country, r.target, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'actor') AS actor,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target, r.words), '+' ORDER BY coalesce(r.country, r.target, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS recipient,
    c.when_value, c.confidence, c.made_by, c.article, a.source_name, c.span_start, c.span_end, c.words
FROM coding k JOIN claim c ON c.id = k.claim JOIN article a ON a.id = c.article;
COMMENT ON VIEW codings IS 'CAMEO, ACLED and UCDP codes of event claims, each with its rule.';
