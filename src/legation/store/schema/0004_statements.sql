-- Statements with their forum, audience and the actors that they are about; what is said in pieces is put together in text order.
DROP VIEW statements;
CREATE VIEW statements AS
SELECT c.id, c.article, a.source_name, a.outlet, a.url, a.published,
    (SELECT min(r.words) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS source,
    (SELECT min(coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS speaker,
    (SELECT min(r.country) FROM role r WHERE r.claim = c.id AND r.role = 'source') AS country,
    (SELECT min(s.source_class) FROM step s WHERE s.claim = c.id AND s.number = (SELECT max(t.number) FROM step t WHERE t.claim = c.id))
        AS source_class,
    (SELECT min(r.words) FROM role r WHERE r.claim = c.id AND r.role = 'cue') AS cue, c.payload ->> 'speech_act' AS speech_act,
    c.payload ->> 'quote_type' AS quote_type,
    (SELECT string_agg(r.words, ' ... ' ORDER BY r.number) FROM role r WHERE r.claim = c.id AND r.role = 'content') AS content,
    c.payload ->> 'forum' AS forum,
    (SELECT min(coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'audience') AS audience,
    (SELECT list(DISTINCT coalesce(r.name, r.words) ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'about')
        AS about,
    (SELECT list(DISTINCT r.country ORDER BY r.country) FROM role r WHERE r.claim = c.id AND r.role = 'about' AND r.country IS NOT NULL)
        AS about_countries,
    c.aux, c.said_by, c.factuality, c.span_start, c.span_end, c.words
FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = 'statement';
COMMENT ON VIEW statements IS 'Who says what, to whom, in which forum and about whom, with the chain that carries it.';
