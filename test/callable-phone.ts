/** A number that may be called, for tests of what only shows it. */

import type { CallablePhone, Phone } from '../src/domain/customer.ts';

export const callablePhone = (phone: Phone): CallablePhone => phone as CallablePhone;
