/** Who looked after a customer before, as lists and cards name them. */

import type { FormerOwnerShown } from '../domain/call-list.ts';
import type { FormerOwner } from '../touches/former-owner.ts';

export const formerAsJson = (former: FormerOwner | null): FormerOwnerShown | null =>
  former && { code: former.salesperson.code, name: former.salesperson.name, until: former.until };
