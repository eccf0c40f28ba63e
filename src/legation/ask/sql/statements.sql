-- The question "statements": $country filters by the speaker's ISO 3166 alpha-3, $by by words of the speaker's name, $about by a country's
-- code or by words of an actor's name in what is said (null: all), $limit cuts the rows.
SELECT * FROM statements
WHERE ($country IS NULL OR country = $country)
    AND ($by IS NULL OR contains(lower(speaker), lower($by)) OR contains(lower(source), lower($by)))
    AND ($about IS NULL OR list_contains(about_countries, upper($about))
        OR len(list_filter(about, lambda name: contains(lower(name), lower($about)))) > 0)
ORDER BY article, span_start LIMIT $limit;
