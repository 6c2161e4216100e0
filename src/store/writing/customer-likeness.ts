/** Whether two records of one name have a phone, an e-mail address or a home in common. */

import { foldText } from '../../importing/normalise/fold-text.ts';
import type { PartyRecord } from '../../importing/records.ts';
import type { CustomerRow } from './customer-row.ts';

export function sharesContact(party: PartyRecord, row: CustomerRow): boolean {
  if (party.birthday !== null && row.birthday !== null && party.birthday !== row.birthday) return false;
  const phones = [row.home_phone, row.cell_phone, row.work_phone, row.other_phone];
  const samePhone = [party.homePhone, party.cellPhone, party.workPhone, party.otherPhone].some(
    (phone) => phone !== null && phones.includes(phone),
  );
  return samePhone || (party.email !== null && party.email === row.email) || sameAddress(party, row);
}

function sameAddress(party: PartyRecord, row: CustomerRow): boolean {
  if (party.street === null || row.street === null) return false;
  const place = (postal: string | null, city: string | null): string =>
    foldText(postal?.slice(0, 5) ?? city ?? '');
  const here = place(party.postalCode, party.city);
  return (
    here !== '' &&
    here === place(row.postal_code, row.city) &&
    foldText(party.street) === foldText(row.street)
  );
}
