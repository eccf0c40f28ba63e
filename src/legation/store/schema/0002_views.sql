-- The documented views: each row with its article, its span (half-open, code points of the article's text) and its exact words.
CREATE VIEW events AS
SELECT e.*, c.article, a.source_name, a.outlet, a.url, c.span_start, c.span_end, c.words, c.said_by, c.factuality, c.id AS claim
FROM event e JOIN event_claim ec ON ec.event = e.id JOIN claim c ON c.id = ec.claim JOIN article a ON a.id = c.article;
COMMENT ON VIEW events IS 'Happenings between actors in PLOVER terms, one row per supporting claim.';
CREATE VIEW deals AS
SELECT d.*, c.article, a.source_name, a.outlet, a.url, c.span_start, c.span_end, c.words, c.said_by, c.factuality, c.id AS claim
FROM deal d JOIN deal_claim dc ON dc.deal = d.id JOIN claim c ON c.id = dc.claim JOIN article a ON a.id = c.article;
COMMENT ON VIEW deals IS 'Arms deals: supplier, recipient, weapon, stage, figures; one row per supporting claim.';
CREATE VIEW transfers AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target), '+') FROM role r WHERE r.claim = c.id AND r.role = 'supplier') AS supplier,
    (SELECT string_agg(DISTINCT coalesce(r.country, r.target), '+') FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS recipient,
    (SELECT min(r.name) FROM role r WHERE r.claim = c.id AND r.role = 'weapon') AS weapon,
    c.payload ->> 'designation' AS designation, c.payload ->> 'stage' AS stage, c.payload ->> 'quantity_words' AS quantity_words,
    CAST(c.payload ->> 'best' AS DOUBLE) AS quantity, c.payload ->> 'qualifier' AS qualifier, CAST(c.payload ->> 'amount' AS DOUBLE) AS amount,
    c.payload ->> 'currency' AS currency, c.aux, c.background, c.when_value, c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'transfer';
COMMENT ON VIEW transfers IS 'Arms transfer claims, one row per claim.';
CREATE VIEW attacks AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published, c.payload ->> 'attack_kind' AS kind, c.when_value, c.when_words,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ') FROM role r WHERE r.claim = c.id AND r.role = 'place') AS place,
    (SELECT min(r.country) FROM role r WHERE r.claim = c.id AND r.role IN ('place', 'country')) AS country,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ') FROM role r WHERE r.claim = c.id AND r.role = 'perpetrator') AS perpetrator,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), '; ') FROM role r WHERE r.claim = c.id AND r.role = 'claimant') AS claimed_by,
    (SELECT max(k.low) FROM casualty k WHERE k.claim = c.id AND k.kind = 'killed') AS killed_low,
    (SELECT max(k.high) FROM casualty k WHERE k.claim = c.id AND k.kind = 'killed') AS killed_high,
    (SELECT max(k.low) FROM casualty k WHERE k.claim = c.id AND k.kind = 'injured') AS injured_low,
    (SELECT string_agg(k.verbatim, '; ') FROM casualty k WHERE k.claim = c.id) AS casualty_words,
    c.aux, c.background, c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'attack';
COMMENT ON VIEW attacks IS 'Attacks with their casualties and who answers for them, one row per claim.';
CREATE VIEW statements AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT min(r.words) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS source,
    (SELECT min(coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS speaker,
    (SELECT min(r.country) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS country,
    (SELECT min(r.words) FROM role r WHERE r.claim = c.id AND r.role = 'cue') AS cue, c.payload ->> 'speech_act' AS speech_act,
    c.payload ->> 'quote_type' AS quote_type, (SELECT min(r.words) FROM role r WHERE r.claim = c.id AND r.role = 'content') AS content,
    c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'statement';
COMMENT ON VIEW statements IS 'Who says what, with the chain that carries it.';
CREATE VIEW relations AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+') FROM role r WHERE r.claim = c.id AND r.role = 'actor') AS a,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+') FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS b,
    (SELECT string_agg(DISTINCT coalesce(r.target, r.words), '+') FROM role r WHERE r.claim = c.id AND r.role = 'through') AS through,
    c.payload ->> 'direction' AS direction, CAST(c.payload ->> 'sign' AS INTEGER) AS sign, c.aux, c.said_by AS held_by, c.factuality,
    c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'relation';
COMMENT ON VIEW relations IS 'How two parties stand to one another, as somebody holds it.';
CREATE VIEW sources AS
SELECT coalesce(s.holder_name, s.holder) AS source, s.role, s.source_class, count(*) AS claims, count(DISTINCT s.article) AS documents,
    min(s.article) AS article, min(c.span_start) AS span_start, min(c.span_end) AS span_end, min(c.words) AS words
FROM step s JOIN claim c ON c.id = s.claim WHERE s.holder IS NOT NULL GROUP BY ALL;
COMMENT ON VIEW sources IS 'Outlets, agencies and speakers with the claims that they carry.';
