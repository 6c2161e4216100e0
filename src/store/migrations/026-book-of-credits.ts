/** Who bought and who signed, kept with each credit: the book of a salesperson is read from one place, not sale by sale. */

/** What the sale says is followed by itself; who writes many credits writes it with them, which is quicker. */
export const BOOK_OF_CREDITS_SCHEMA = `
ALTER TABLE sale_salesperson ADD COLUMN customer_id INTEGER;
ALTER TABLE sale_salesperson ADD COLUMN co_buyer_id INTEGER;
UPDATE sale_salesperson SET (customer_id, co_buyer_id) =
  (SELECT s.customer_id, s.co_buyer_id FROM sale s WHERE s.id = sale_salesperson.sale_id);
CREATE TRIGGER sale_buyers AFTER UPDATE OF customer_id, co_buyer_id ON sale
  WHEN NEW.customer_id IS NOT OLD.customer_id OR NEW.co_buyer_id IS NOT OLD.co_buyer_id
BEGIN
  UPDATE sale_salesperson SET customer_id = NEW.customer_id, co_buyer_id = NEW.co_buyer_id WHERE sale_id = NEW.id;
END;
CREATE TRIGGER credit_buyers AFTER INSERT ON sale_salesperson WHEN NEW.customer_id IS NULL
BEGIN
  UPDATE sale_salesperson SET (customer_id, co_buyer_id) = (SELECT s.customer_id, s.co_buyer_id FROM sale s WHERE s.id = NEW.sale_id)
  WHERE sale_id = NEW.sale_id AND position = NEW.position;
END;
DROP INDEX IF EXISTS sale_salesperson_person;
`;

/** Only reading needs it. */
export const BOOK_INDEXES: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'sale_salesperson_book',
    sql: 'CREATE INDEX sale_salesperson_book ON sale_salesperson(salesperson_id, customer_id, co_buyer_id)',
  },
];
