-- The question "actors": $country filters by ISO 3166 alpha-3 (null: all), $limit cuts the rows.
SELECT name, kind, country, sector, any_value(role) AS role, count(*) AS named, count(DISTINCT article) AS documents, min(score) AS least_score,
    any_value(reason) AS reason, any_value(article) AS article, any_value(span_start) AS span_start, any_value(span_end) AS span_end, any_value(words) AS words
FROM actors WHERE $country IS NULL OR country = $country
GROUP BY name, kind, country, sector ORDER BY named DESC, name LIMIT $limit;
