/** When each salesperson was in touch with anybody last, without reading every contact of the store. */

export const CONTACTS_MADE_SCHEMA = `
CREATE INDEX contact_salesperson ON contact(salesperson_id, contact_on) WHERE salesperson_id IS NOT NULL;
`;
