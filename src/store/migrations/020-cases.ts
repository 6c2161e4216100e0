/** Recovery cases: somebody is about to leave us, and what is done to keep them. */

/** Each row of both is a fact of the entry whose number it has: taken back, it is gone. */
export const CASES_SCHEMA = `
CREATE TABLE recovery_case (
  id INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  headline TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('low', 'normal', 'high')),
  opened_on TEXT NOT NULL,
  -- the number on the paper: the order itself may come in later, or never
  repair_order TEXT,
  sale_id INTEGER REFERENCES sale(id)
) STRICT;
CREATE INDEX recovery_case_customer ON recovery_case(customer_id);

CREATE TABLE case_step (
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  -- one deed may say several things, each once
  part TEXT NOT NULL CHECK (part IN ('situation', 'needs', 'limits', 'offer', 'promise', 'kept', 'update', 'met',
    'before', 'after', 'own', 'close', 'reopen')),
  case_id INTEGER NOT NULL REFERENCES recovery_case(id),
  done_on TEXT NOT NULL,
  -- the words; of own the name, of close the outcome
  text TEXT,
  -- of an update: who else was told
  cc TEXT,
  -- of a promise: the day it is for
  due_on TEXT,
  -- of kept: the entry that made the promise
  promise_id INTEGER,
  -- of before and after
  cents INTEGER,
  -- of own: null = somebody who does not sell
  salesperson_id INTEGER REFERENCES salesperson(id),
  -- of close
  apologised INTEGER CHECK (apologised IN (0, 1)),
  PRIMARY KEY (entry_id, part)
) STRICT;
CREATE INDEX case_step_case ON case_step(case_id);
CREATE INDEX case_step_closed ON case_step(done_on) WHERE part = 'close';
CREATE INDEX case_step_owner ON case_step(salesperson_id) WHERE salesperson_id IS NOT NULL;
`;
