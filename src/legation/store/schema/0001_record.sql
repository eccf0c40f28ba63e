-- The record: one row per article, claim, role, chain step, casualty, link, issue; happenings and deals with their claims.
CREATE TABLE article (
    id VARCHAR PRIMARY KEY, source_name VARCHAR, url VARCHAR, outlet VARCHAR, outlet_country VARCHAR, title VARCHAR, byline VARCHAR,
    dateline VARCHAR, agency VARCHAR, published DATE, published_basis VARCHAR, published_not_before DATE, language VARCHAR,
    media_type VARCHAR, text VARCHAR, text_sha256 VARCHAR, raw_sha256 VARCHAR, reading VARCHAR
);
CREATE TABLE block (article VARCHAR, number INTEGER, kind VARCHAR, span_start INTEGER, span_end INTEGER);
CREATE TABLE claim (
    id VARCHAR, article VARCHAR, kind VARCHAR, document VARCHAR, sentence INTEGER, span_start INTEGER, span_end INTEGER, words VARCHAR,
    aux VARCHAR, background BOOLEAN, when_value VARCHAR, when_start DATE, when_end DATE, when_precision VARCHAR, when_words VARCHAR,
    said_by VARCHAR, factuality VARCHAR, confidence DOUBLE, made_by VARCHAR, payload JSON
);
CREATE TABLE role (claim VARCHAR, number INTEGER, role VARCHAR, span_start INTEGER, span_end INTEGER, words VARCHAR,
    target VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, level VARCHAR, score DOUBLE, reason VARCHAR, article VARCHAR);
CREATE TABLE step (claim VARCHAR, number INTEGER, role VARCHAR, holder VARCHAR, holder_name VARCHAR, source_class VARCHAR, named BOOLEAN,
    cue VARCHAR, cue_type VARCHAR, quote_type VARCHAR, factuality VARCHAR, reason VARCHAR, article VARCHAR);
CREATE TABLE casualty (claim VARCHAR, number INTEGER, kind VARCHAR, low INTEGER, best INTEGER, high INTEGER, qualifier VARCHAR,
    verbatim VARCHAR, span_start INTEGER, span_end INTEGER, arithmetic VARCHAR, article VARCHAR);
CREATE TABLE link (article VARCHAR, span_start INTEGER, span_end INTEGER, words VARCHAR, sort VARCHAR, target VARCHAR, name VARCHAR,
    kind VARCHAR, country VARCHAR, sector VARCHAR, level VARCHAR, lat DOUBLE, lon DOUBLE, role VARCHAR, score DOUBLE, reason VARCHAR);
CREATE TABLE issue (id VARCHAR PRIMARY KEY, source_name VARCHAR, stage VARCHAR, rule VARCHAR, reason VARCHAR, severity VARCHAR, article VARCHAR);
CREATE TABLE event (
    id VARCHAR, type VARCHAR, mode VARCHAR, quad INTEGER, score DOUBLE, actors VARCHAR[], recipients VARCHAR[], aux VARCHAR, background BOOLEAN,
    start_day DATE, end_day DATE, precision VARCHAR, place VARCHAR, status VARCHAR, documents INTEGER, outlets INTEGER, origins INTEGER
);
CREATE TABLE event_claim (event VARCHAR, claim VARCHAR);
CREATE TABLE deal (
    id VARCHAR, supplier VARCHAR, recipient VARCHAR, weapon VARCHAR, designation VARCHAR, category VARCHAR, stage VARCHAR, transfer_type VARCHAR,
    low DOUBLE, best DOUBLE, high DOUBLE, qualifier VARCHAR, amount DOUBLE, currency VARCHAR, signed VARCHAR, delivered VARCHAR, aux VARCHAR,
    background BOOLEAN, documents INTEGER, outlets INTEGER, origins INTEGER
);
CREATE TABLE deal_claim (deal VARCHAR, claim VARCHAR);
