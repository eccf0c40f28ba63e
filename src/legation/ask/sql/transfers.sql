-- The question "transfers": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT * FROM transfers WHERE ($country IS NULL OR contains(coalesce(supplier, '') || '+' || coalesce(recipient, ''), $country)) ORDER BY article, span_start LIMIT $limit;
