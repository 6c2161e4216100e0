/** What is said to customers who are in the building, and orders by the day they were opened. */

export const LANE_SCHEMA = `
-- whether they were asked about their next car
ALTER TABLE contact ADD COLUMN pitched INTEGER NOT NULL DEFAULT 0 CHECK (pitched IN (0, 1));
-- the service advisor who handed the customer over
ALTER TABLE contact ADD COLUMN from_advisor TEXT;

CREATE INDEX repair_order_day ON repair_order(coalesce(opened_on, closed_on), closed_on);
`;
