-- Deals with their ladder and with every value told; happenings and deals are views over claims and are folded anew at the next read.
DROP VIEW deals;
DELETE FROM deal;
DELETE FROM deal_claim;
ALTER TABLE deal ADD COLUMN family VARCHAR;
ALTER TABLE deal ADD COLUMN standing VARCHAR;
ALTER TABLE deal ADD COLUMN apart VARCHAR;
ALTER TABLE deal ADD COLUMN order_date VARCHAR;
ALTER TABLE deal ADD COLUMN ordered DOUBLE;
ALTER TABLE deal ADD COLUMN received DOUBLE;
ALTER TABLE deal ADD COLUMN supplier_entity VARCHAR;
ALTER TABLE deal ADD COLUMN recipient_entity VARCHAR;
ALTER TABLE deal ADD COLUMN origin_state VARCHAR;
ALTER TABLE deal ADD COLUMN via VARCHAR;
ALTER TABLE deal ADD COLUMN value_kind VARCHAR;
ALTER TABLE deal ADD COLUMN bundled BOOLEAN;
ALTER TABLE deal ADD COLUMN placed BOOLEAN;
ALTER TABLE deal ADD COLUMN delivery_years INTEGER[];
ALTER TABLE deal ADD COLUMN estimates VARCHAR[];
ALTER TABLE deal ADD COLUMN record JSON;
COMMENT ON COLUMN deal.standing IS 'fact, forecast (plans and conditions only) or denial.';
COMMENT ON COLUMN deal.placed IS 'An order or a delivery is told as a fact.';
COMMENT ON COLUMN deal.apart IS 'The rule that holds this order apart from an earlier one of the same weapon.';
COMMENT ON COLUMN deal.estimates IS 'The fields whose value is an estimate.';
CREATE TABLE deal_stage (deal VARCHAR, number INTEGER, stage VARCHAR, date VARCHAR, precision VARCHAR, basis VARCHAR, standing VARCHAR,
    documents INTEGER, origins INTEGER, claims VARCHAR[]);
CREATE TABLE deal_value (deal VARCHAR, number INTEGER, field VARCHAR, value VARCHAR, amount DOUBLE, unit VARCHAR, kind VARCHAR, qualifier VARCHAR,
    stage VARCHAR, first_report DATE, is_estimate BOOLEAN, best BOOLEAN, rule VARCHAR, documents INTEGER, origins INTEGER, claims VARCHAR[]);
COMMENT ON TABLE deal_stage IS 'The dated rungs of each deal in time order, with who tells them.';
COMMENT ON TABLE deal_value IS 'Every value told for a field of a deal: the one taken (best) with the rule that took it, and its rivals.';
CREATE VIEW deals AS
SELECT d.* EXCLUDE (record), c.article, a.source_name, a.outlet, a.url, c.span_start, c.span_end, c.words, c.said_by, c.factuality, c.id AS claim
FROM deal d JOIN deal_claim dc ON dc.deal = d.id JOIN claim c ON c.id = dc.claim JOIN article a ON a.id = c.article;
COMMENT ON VIEW deals IS 'Arms deals: supplier, recipient, weapon, stage, figures; one row per supporting claim.';
