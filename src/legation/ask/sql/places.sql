-- The question "places": $country filters by ISO 3166 alpha-3, claimants of disputed places included (null: all), $limit cuts the rows.
SELECT name, kind, country, claimed_by, lat, lon, precision, count(*) AS named, count(DISTINCT article) AS documents, min(score) AS least_score,
    any_value(reason) AS reason, any_value(article) AS article, any_value(span_start) AS span_start, any_value(span_end) AS span_end, any_value(words) AS words
FROM places WHERE $country IS NULL OR country = $country OR list_contains(claimed_by, $country)
GROUP BY name, kind, country, claimed_by, lat, lon, precision ORDER BY named DESC, name LIMIT $limit;
