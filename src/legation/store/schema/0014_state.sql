-- What each article was read from and by what, so that a run that was broken off goes on where it was and the same article is not read twice.
CREATE TABLE article_state (article VARCHAR PRIMARY KEY, digest VARCHAR NOT NULL);
COMMENT ON TABLE article_state IS 'The digest of the article as it was met and of the version that read it; the same digest is not read again.';
