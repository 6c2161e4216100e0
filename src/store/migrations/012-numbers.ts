/** Numbers are compared without leading zeros, a vehicle without a VIN is found by its serial number, and an extension stands with its phone. */

import { SEARCH_INDEXES } from './005-search.ts';

const stockNumber = SEARCH_INDEXES.find(({ name }) => name === 'sale_stock_number')?.sql ?? '';

/**
 * What a spreadsheet has taken the zeros from is still the same number: the indexes have it without them, so one of two
 * numbers that differ in nothing else stays in the store as it was. Of the extension it was not known whose it was: it was
 * shown with the work number, else the home number, else the one of no kind.
 */
export const NUMBERS_SCHEMA = `
DROP INDEX customer_dms_number;
CREATE INDEX customer_dms_number ON customer(store, ltrim(dms_number, '0')) WHERE dms_number IS NOT NULL;
CREATE INDEX customer_other_number ON customer_number(store, ltrim(dms_number, '0'));
DROP INDEX sale_deal;
CREATE INDEX sale_deal ON sale(store, ltrim(deal_number, '0'));
DROP INDEX sale_stock;
CREATE INDEX sale_stock ON sale(store, ltrim(stock_number, '0'), sold_on) WHERE deal_number IS NULL;
CREATE INDEX unwound_deal_number ON unwound_deal(store, ltrim(deal_number, '0'));
CREATE INDEX repair_order_number ON repair_order(store, ltrim(number, '0'));
CREATE INDEX appointment_number ON appointment(store, ltrim(number, '0'));
CREATE INDEX vehicle_serial ON vehicle(serial_number) WHERE serial_number IS NOT NULL;
DROP INDEX IF EXISTS sale_stock_number;
${stockNumber};

ALTER TABLE customer RENAME COLUMN work_extension TO extensions;
UPDATE customer SET extensions = CASE WHEN coalesce(work_phone, home_phone, other_phone) IS NOT NULL
  THEN json_object(coalesce(work_phone, home_phone, other_phone), extensions) END
  WHERE extensions IS NOT NULL;
`;
