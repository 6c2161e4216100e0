/** Whether two records of one name have a phone, an e-mail address or a home in common. */

import { foldText } from '../../importing/normalise/fold-text.ts';
import type { PartyRecord } from '../../importing/records.ts';
import type { Contact, CustomerRow } from './customer-row.ts';

export function sharesContact(party: PartyRecord, row: CustomerRow): boolean {
  if (party.birthday !== null && row.birthday !== null && party.birthday !== row.birthday) return false;
  const phones = [row.home_phone, row.cell_phone, row.work_phone, row.other_phone];
  const samePhone = [party.homePhone, party.cellPhone, party.workPhone, party.otherPhone].some(
    (phone) => phone !== null && phones.includes(phone),
  );
  return samePhone || (party.email !== null && party.email === row.email) || sameAddress(party, row);
}

/** Every phone, e-mail address and home somebody can be recognised by. */
export function contactKeys(contact: Contact): string[] {
  const { home_phone, cell_phone, work_phone, other_phone, email, street, postal_code, city } = contact;
  const place = placeOf(postal_code, city);
  const home = street === null || place === '' ? null : `${foldText(street)}, ${place}`;
  return [home_phone, cell_phone, work_phone, other_phone, email, home].filter((key) => key !== null);
}

const placeOf = (postal: string | null, city: string | null): string =>
  foldText(postal?.slice(0, 5) ?? city ?? '');

function sameAddress(party: PartyRecord, row: CustomerRow): boolean {
  if (party.street === null || row.street === null) return false;
  const here = placeOf(party.postalCode, party.city);
  return (
    here !== '' &&
    here === placeOf(row.postal_code, row.city) &&
    foldText(party.street) === foldText(row.street)
  );
}
