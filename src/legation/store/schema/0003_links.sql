-- How a claim stands to the day of publication; a place's precision, rivals and claimants; the members of a phrase that stands for several.
ALTER TABLE claim ADD COLUMN day VARCHAR;
ALTER TABLE link ADD COLUMN precision INTEGER;
ALTER TABLE link ADD COLUMN alternatives JSON;
ALTER TABLE link ADD COLUMN claimed_by VARCHAR[];
ALTER TABLE link ADD COLUMN members VARCHAR[];
COMMENT ON COLUMN claim.day IS 'before, on, around or after the day of publication; empty in captions.';
COMMENT ON COLUMN link.precision IS 'UCDP where_prec: 1 exact, 2 near, 3 second-level unit, 4 first-level unit, 5 region or line, 6 country, 7 sea.';
CREATE VIEW places AS
SELECT l.name, l.kind, l.country, l.lat, l.lon, l.precision, l.target, l.claimed_by, l.alternatives, l.score, l.reason,
    l.article, a.source_name, a.outlet, a.url, l.span_start, l.span_end, l.words
FROM link l JOIN article a ON a.id = l.article WHERE l.sort = 'place';
COMMENT ON VIEW places IS 'Every place named, with its point, precision, rivals and, where disputed, its claimants.';
CREATE VIEW actors AS
SELECT l.name, l.kind, l.country, l.sector, l.role, l.target, l.members, l.score, l.reason,
    l.article, a.source_name, a.outlet, a.url, l.span_start, l.span_end, l.words
FROM link l JOIN article a ON a.id = l.article WHERE l.sort = 'actor';
COMMENT ON VIEW actors IS 'Every actor named or pointed back to, with office, score and reason.';
