-- Lists in a cell stand in a fixed order: the same record always prints the same rows.
DROP VIEW transfers;
CREATE VIEW transfers AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target), '+' ORDER BY coalesce(r.country, r.target)) FROM role r WHERE r.claim = c.id AND r.role = 'supplier') AS supplier,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target), '+' ORDER BY coalesce(r.country, r.target)) FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS recipient,
    (SELECT min(r.name) FROM role r WHERE r.claim = c.id AND r.role = 'weapon') AS weapon,
    c.payload ->> 'designation' AS designation, c.payload ->> 'stage' AS stage, c.payload ->> 'quantity_words' AS quantity_words,
    CAST(c.payload ->> 'best' AS DOUBLE) AS quantity, c.payload ->> 'qualifier' AS qualifier, CAST(c.payload ->> 'amount' AS DOUBLE) AS amount,
    c.payload ->> 'currency' AS currency, c.aux, c.background, c.when_value, c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'transfer';
COMMENT ON VIEW transfers IS 'Arms transfer claims, one row per claim.';
DROP VIEW attacks;
CREATE VIEW attacks AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published, c.payload ->> 'attack_kind' AS kind, c.when_value, c.when_words,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'place') AS place,
    (SELECT min(r.country) FROM role r WHERE r.claim = c.id AND r.role IN ('place', 'country')) AS country,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'perpetrator') AS perpetrator,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'claimant') AS claimed_by,
    (SELECT max(k.low) FROM casualty k WHERE k.claim = c.id AND k.kind = 'killed') AS killed_low,
    (SELECT max(k.high) FROM casualty k WHERE k.claim = c.id AND k.kind = 'killed') AS killed_high,
    (SELECT max(k.low) FROM casualty k WHERE k.claim = c.id AND k.kind = 'injured') AS injured_low,
    (SELECT string_agg(k.verbatim, '; ' ORDER BY k.verbatim) FROM casualty k WHERE k.claim = c.id) AS casualty_words,
    c.aux, c.background, c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'attack';
COMMENT ON VIEW attacks IS 'Attacks with their casualties and who answers for them, one row per claim.';
DROP VIEW relations;
CREATE VIEW relations AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+' ORDER BY coalesce(r.target, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'actor') AS a,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+' ORDER BY coalesce(r.target, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS b,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+' ORDER BY coalesce(r.target, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'through') AS through,
    c.payload ->> 'direction' AS direction, CAST(c.payload ->> 'sign' AS INTEGER) AS sign, c.aux, c.said_by AS held_by, c.factuality,
    c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'relation';
COMMENT ON VIEW relations IS 'How two parties stand to one another, as somebody holds it.';
