-- The question "grades": both Admiralty axes of each claim; $country has no meaning here, $limit cuts the rows.
SELECT * FROM grades WHERE $country IS NULL OR true ORDER BY article, span_start LIMIT $limit;
