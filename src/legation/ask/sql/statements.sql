-- The question "statements": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT * FROM statements WHERE ($country IS NULL OR country = $country) ORDER BY article, span_start LIMIT $limit;
