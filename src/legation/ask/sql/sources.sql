-- The question "sources": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT * FROM sources WHERE $country IS NULL OR true ORDER BY claims DESC, source LIMIT $limit;
