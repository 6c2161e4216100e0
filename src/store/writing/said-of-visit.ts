/** Whom and what a row of the workshop names, as it is kept to be looked for again. */

import { numberKey } from '../../domain/number-key.ts';
import type { PartyRecord, Reach, VehicleRecord } from '../../domain/records.ts';

export interface SaidOfVisit {
  /** null = the row has no name */
  readonly party: PartyRecord | null;
  readonly number: string | null;
  /** E.164 */
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly vehicle: VehicleRecord | null;
}

export const saidOf = ({
  customer,
  customerNumber,
  reach,
  vehicle,
}: {
  readonly customer: PartyRecord | null;
  readonly customerNumber: string | null;
  readonly reach: Reach;
  readonly vehicle: VehicleRecord | null;
}): SaidOfVisit => ({
  party: customer,
  number: customerNumber,
  phones: customer === null ? reach.phones : phonesOf(customer),
  email: customer === null ? reach.email : customer.email,
  vehicle,
});

/** Whether its row names a customer, be it one nobody has. */
export const namesSomebody = ({ party, number }: SaidOfVisit): boolean => party !== null || number !== null;

/** Whether it says anything of who came. */
export const isSomebody = (said: SaidOfVisit): boolean =>
  namesSomebody(said) || said.phones.length > 0 || said.email !== null;

/** JSON without what is not said. Spelled out: going through the keys is slow, and this runs for every row. */
export const saidAsText = ({ party, number, phones, email, vehicle }: SaidOfVisit): string =>
  JSON.stringify({
    party: party === null ? undefined : partyToKeep(party),
    number: number ?? undefined,
    phones: party === null && phones.length > 0 ? phones : undefined,
    email: party === null ? (email ?? undefined) : undefined,
    vehicle:
      vehicle === null
        ? undefined
        : {
            vin: vehicle.vin ?? undefined,
            serial: vehicle.serial ?? undefined,
            year: vehicle.year ?? undefined,
            make: vehicle.make ?? undefined,
            model: vehicle.model ?? undefined,
            trim: vehicle.trim ?? undefined,
            plate: vehicle.plate ?? undefined,
          },
  });

const partyToKeep = (party: PartyRecord): object => ({
  dmsNumber: party.dmsNumber ?? undefined,
  kind: party.kind,
  firstName: party.firstName ?? undefined,
  lastName: party.lastName ?? undefined,
  businessName: party.businessName ?? undefined,
  homePhone: party.homePhone ?? undefined,
  cellPhone: party.cellPhone ?? undefined,
  workPhone: party.workPhone ?? undefined,
  otherPhone: party.otherPhone ?? undefined,
  extensions: party.extensions ?? undefined,
  email: party.email ?? undefined,
  placeholderEmail: party.placeholderEmail ?? undefined,
  street: party.street ?? undefined,
  city: party.city ?? undefined,
  region: party.region ?? undefined,
  postalCode: party.postalCode ?? undefined,
  country: party.country ?? undefined,
  birthday: party.birthday ?? undefined,
  doNotCall: party.doNotCall || undefined,
  doNotText: party.doNotText || undefined,
  doNotEmail: party.doNotEmail || undefined,
  doNotMail: party.doNotMail || undefined,
});

export function saidFrom(text: string): SaidOfVisit {
  const said = JSON.parse(text) as Partial<SaidOfVisit>;
  const party = said.party == null ? null : { ...NOBODY, ...said.party };
  return {
    party,
    number: said.number ?? null,
    phones: party === null ? (said.phones ?? []) : phonesOf(party),
    email: party === null ? (said.email ?? null) : party.email,
    vehicle: said.vehicle == null ? null : { ...NO_VEHICLE, ...said.vehicle },
  };
}

const phonesOf = (party: PartyRecord): string[] =>
  [party.homePhone, party.cellPhone, party.workPhone, party.otherPhone].filter((phone) => phone !== null);

/** A party of whom nothing is known. */
export const NOBODY: PartyRecord = {
  dmsNumber: null,
  kind: 'person',
  firstName: null,
  lastName: null,
  businessName: null,
  homePhone: null,
  cellPhone: null,
  workPhone: null,
  otherPhone: null,
  extensions: null,
  email: null,
  placeholderEmail: null,
  street: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
  birthday: null,
  doNotCall: false,
  doNotText: false,
  doNotEmail: false,
  doNotMail: false,
};

const NO_VEHICLE: VehicleRecord = {
  vin: null,
  serial: null,
  year: null,
  make: null,
  model: null,
  trim: null,
  plate: null,
};

/** Shorter ends of a VIN fit too many cars. */
const TAIL = 6;

/** The end of a VIN that a row gives instead of a whole one; null for none. */
export function vinTailOf(vehicle: VehicleRecord | null): string | null {
  const serial = vehicle?.vin == null ? (vehicle?.serial ?? null) : null;
  return serial !== null && serial.length >= TAIL && /^[A-Z0-9]+$/.test(serial) ? serial : null;
}

/** By what a visit of that row is found when something about these comes in. */
export function keysOf(said: SaidOfVisit, store: string): string[] {
  const tail = vinTailOf(said.vehicle);
  const plate = said.vehicle?.vin == null ? (said.vehicle?.plate ?? null) : null;
  return [
    ...(said.number === null ? [] : [numberAsKey(store, said.number)]),
    ...said.phones.map(phoneAsKey),
    ...(said.email === null ? [] : [emailAsKey(said.email)]),
    ...(plate === null ? [] : [plateAsKey(plate)]),
    ...(tail === null ? [] : [tailAsKey(tail)]),
  ];
}

export const numberAsKey = (store: string, number: string): string => `n ${store}\n${numberKey(number)}`;
export const phoneAsKey = (phone: string): string => `p ${phone}`;
export const emailAsKey = (email: string): string => `e ${email}`;
export const plateAsKey = (plate: string): string => `l ${plate}`;
export const tailAsKey = (number: string): string => `t ${number.slice(-TAIL)}`;
