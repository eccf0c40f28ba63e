-- The question "codings": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT * FROM codings WHERE ($country IS NULL OR contains(coalesce(actor, '') || '+' || coalesce(recipient, ''), $country)) ORDER BY article, span_start, claim, scheme LIMIT $limit;
