-- The question "relations": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT * FROM relations WHERE ($country IS NULL OR contains(coalesce(a, '') || '+' || coalesce(b, ''), $country)) ORDER BY article, span_start LIMIT $limit;
