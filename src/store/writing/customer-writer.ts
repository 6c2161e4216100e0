/** Recognising the customer of a row and bringing what is stored about them up to date. */

import { fullerNumber, isSameNumber, numberKey } from '../../domain/number-key.ts';
import type { OptedOut, PartyRecord } from '../../domain/records.ts';
import { nameKey, namesAgree } from '../../values/name-key.ts';
import { RowUpdate } from '../engine/row-update.ts';
import { isEmpty } from '../engine/rows.ts';
import { withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { agrees, sharesContact } from './customer-likeness.ts';
import { dropRepeatedPhones, mergeContact } from './customer-merge.ts';
import {
  COLUMNS,
  CONTACT_COLUMNS,
  type Contact,
  type CustomerRow,
  contactOf,
  extensionsAsText,
  NOTHING_SAID,
  nameOf,
  PROVENANCE,
} from './customer-row.ts';
import type { Evidence } from './evidence.ts';
import { followWishes } from './follow-wishes.ts';
import { LoggedFollows } from './logged-follows.ts';
import { type NameInStore, Unseen } from './unseen.ts';

/** From here on it is quicker to look at everybody with a wish than at everybody who changed. */
const CHANGES_NAMED = 50_000;

const NONE: readonly string[] = [];

export interface CustomerWritten {
  readonly id: number;
  readonly changed: boolean;
  /** nobody on file was meant */
  readonly isNew: boolean;
}

export class CustomerWriter {
  readonly #db: Store;
  readonly #byNumber;
  readonly #byOtherNumber;
  readonly #byId;
  readonly #byNameKey;
  readonly #insert;
  readonly #update;
  readonly #addNumber;
  readonly #addBlock;
  readonly #addPlaceholder;
  readonly #badOf;
  readonly #logged: LoggedFollows;
  readonly #anyBad: boolean;
  readonly #evidence: Evidence;
  /** false while no stored customer could be somebody else's record: every one has a number of this store */
  #strangersIn = new Map<string, boolean>();
  #otherNumbers: boolean;
  readonly #unseen: Unseen;
  #nameIndex: boolean;
  readonly #boughtCar;
  readonly #doubted: string[] = [];
  /** whose wishes, or whose likeness to somebody with one, may have changed; null = too many to name */
  #changed: Set<number> | null = new Set();

  constructor(db: Store, evidence: Evidence) {
    this.#db = db;
    this.#evidence = evidence;
    this.#byNumber = db.prepare<[string, string], CustomerRow>(
      `SELECT * FROM customer WHERE store = ? AND ${withoutZeros('dms_number')} = ? AND dms_number IS NOT NULL`,
    );
    this.#byOtherNumber = db.prepare<[string, string], CustomerRow>(
      `SELECT c.* FROM customer_number n JOIN customer c ON c.id = n.customer_id
       WHERE n.store = ? AND ${withoutZeros('n.dms_number')} = ?`,
    );
    this.#byId = db.prepare<[number], CustomerRow>('SELECT * FROM customer WHERE id = ?');
    this.#byNameKey = db.prepare<[string], CustomerRow>(
      'SELECT * FROM customer WHERE name_key = ? ORDER BY id LIMIT 500',
    );
    this.#insert = db.prepare(
      `INSERT INTO customer (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    );
    this.#update = new RowUpdate(db, 'customer', COLUMNS, WISHES);
    this.#addNumber = db.prepare(
      'INSERT INTO customer_number (store, dms_number, customer_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#addBlock = db.prepare(
      `INSERT INTO block (customer_id, channel, origin, since_on, import_id) VALUES (?, ?, 'import', ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#addPlaceholder = db.prepare(
      `INSERT INTO placeholder_email (customer_id, value, since_on) VALUES (?, ?, ?)
       ON CONFLICT (customer_id) DO UPDATE SET value = excluded.value, since_on = excluded.since_on
       WHERE excluded.since_on >= since_on`,
    );
    this.#boughtCar = db.prepare<[string, number, number], { id: number }>(
      `SELECT s.id FROM vehicle v JOIN sale s ON s.vehicle_id = v.id
       WHERE v.vin = ? AND (s.customer_id = ? OR s.co_buyer_id = ?) LIMIT 1`,
    );
    this.#logged = new LoggedFollows(db);
    this.#anyBad = !isEmpty(db, 'bad_contact');
    this.#badOf = db
      .prepare<[number], string>("SELECT value FROM bad_contact WHERE customer_id = ? AND kind <> 'address'")
      .pluck();
    this.#otherNumbers = db.prepare('SELECT 1 FROM customer_number LIMIT 1').get() !== undefined;
    this.#nameIndex = hasNameIndex(db);
    this.#unseen = new Unseen(db, [
      { table: 'customer', number: 'dms_number' },
      { table: 'customer_number', number: 'dms_number' },
    ]);
  }

  /**
   * Finds or adds the customer and merges the row's values in.
   * @param known the customer already on the matched sale, who is the same person when the names agree
   * @param asOf delivery and sale day of the row; older evidence only fills gaps
   * @param vin of the row's car: who bought it here is its customer, whatever else has changed
   */
  write(
    said: PartyRecord,
    store: string,
    asOf: string,
    known: number | null,
    vin: string | null = null,
  ): CustomerWritten {
    const holder = this.#holderOf(said, store);
    const isHolders = holder === null || this.#isSupported(holder, said, vin);
    const party = isHolders ? said : { ...said, dmsNumber: null };
    if (!isHolders) this.#doubted.push(said.dmsNumber ?? '');
    const key = nameKey(party);
    const found = (isHolders ? holder : null) ?? this.#find(party, store, key, known);
    return this.#written(found, party, store, key, asOf);
  }

  #written(
    found: CustomerRow | null,
    party: PartyRecord,
    store: string,
    key: string,
    asOf: string,
  ): CustomerWritten {
    const written =
      found === null
        ? { id: this.#add(party, store, key, asOf), changed: true, isNew: true }
        : { id: found.id, changed: this.#merge(found, party, store, key, asOf), isNew: false };
    this.#noteBlocks(
      written.id,
      this.#evidence.restates && found !== null ? withoutKnown(party, found) : party,
    );
    if (party.placeholderEmail !== null)
      this.#addPlaceholder.run(written.id, party.placeholderEmail, this.#evidence.deliveredAt.slice(0, 10));
    if (found === null) this.#logged.toNew(written.id, party);
    if (written.changed) this.#noteChange(written.id);
    return written;
  }

  /** Id of whoever has the number of a row that does not speak against them; null for nobody. */
  holderOf(said: PartyRecord, store: string, vin: string | null): number | null {
    const holder = this.#holderOf(said, store);
    return holder !== null && this.#isSupported(holder, said, vin) ? holder.id : null;
  }

  /** Brings a customer who is known to be meant up to date. A number that is not theirs yet is taken only where they have none. */
  writeTo(id: number, said: PartyRecord, store: string, asOf: string): CustomerWritten {
    const row = this.#byId.get(id);
    if (row === undefined) throw new Error(`customer ${id} is missing`);
    const isFree = row.dms_number === null && said.dmsNumber !== null && this.#holderOf(said, store) === null;
    const isTheirs = row.store === store && isSameNumber(row.dms_number, said.dmsNumber);
    const party = isFree || isTheirs ? said : { ...said, dmsNumber: null };
    return this.#written(row, party, store, nameKey(party), asOf);
  }

  /** Behind the last row, once the indexes stand: a wish holds for everybody it reaches, whichever came first. */
  finish(): void {
    followWishes(this.#db, this.#changed ?? 'all');
  }

  #noteChange(id: number): void {
    this.#changed?.add(id);
    if (this.#changed !== null && this.#changed.size > CHANGES_NAMED) this.#changed = null;
  }

  /** A deal of one customer has become another's. */
  handOver(from: number, party: PartyRecord, to: number): void {
    this.#logged.withDeal(from, party, to);
    this.#noteChange(to);
  }

  /** Values somebody put right by hand: newer evidence than every file until now. */
  correct(id: number, values: Partial<Contact>, at: string): void {
    const row = this.#byId.get(id);
    if (row === undefined) throw new Error(`customer ${id} is missing`);
    const next: CustomerRow = { ...row };
    mergeContact(next, row, { ...NOTHING_SAID, ...values }, at);
    dropRepeatedPhones(next);
    if (at > row.as_of) next.as_of = at;
    this.#update.run(row, next);
  }

  /** Where a wish not to be contacted came from, beside the flag that keeps it. */
  #noteBlocks(id: number, party: PartyRecord): void {
    const { deliveredAt, importId } = this.#evidence;
    const note = (channel: string): void => {
      const added = this.#addBlock.run(id, channel, deliveredAt.slice(0, 10), importId);
      if (added.changes > 0) this.#noteChange(id);
    };
    if (party.doNotCall) note('call');
    if (party.doNotText) note('text');
    if (party.doNotEmail) note('email');
    if (party.doNotMail) note('mail');
  }

  /**
   * Keeps a wish not to be contacted from a row that is of no other use. Somebody not known yet is added, without a sale:
   * the wish must stand when the deal that is pending today comes in as sold.
   */
  block({ store, party }: OptedOut): void {
    // nothing else of the row is taken, or an abandoned deal would speak against the finished ones;
    // without a number, though, only the contact data can tell who it was
    const known = party.dmsNumber === null ? party : { ...party, ...NO_CONTACT };
    this.write(known, store, ` ${this.#evidence.deliveredAt}`, null);
  }

  /** Numbers of customers that the next rows name. */
  expect(numbers: readonly NameInStore[]): void {
    this.#unseen.lookUp(numbers);
  }

  /** Numbers that stood on the rows written since this was last asked and are another customer's. */
  takeDoubted(): readonly string[] {
    return this.#doubted.length === 0 ? NONE : this.#doubted.splice(0);
  }

  /** Who has the number of the row; null where it has none or nobody has it. */
  #holderOf({ dmsNumber }: Pick<PartyRecord, 'dmsNumber'>, store: string): CustomerRow | null {
    if (dmsNumber === null || this.#unseen.has(store, dmsNumber)) return null;
    const number = numberKey(dmsNumber);
    const found = this.#byNumber.all(store, number);
    return (
      found.find((row) => row.dms_number === dmsNumber) ??
      found[0] ??
      (this.#otherNumbers ? this.#byOtherNumber.get(store, number) : undefined) ??
      null
    );
  }

  /** A number alone proves nothing: it is reused, mistyped, made up. Where there is nothing to compare, it is all there is. */
  #isSupported(holder: CustomerRow, party: PartyRecord, vin: string | null): boolean {
    return (
      agrees(holder, party) || (vin !== null && this.#boughtCar.get(vin, holder.id, holder.id) !== undefined)
    );
  }

  #find(party: PartyRecord, store: string, key: string, known: number | null): CustomerRow | null {
    if (known !== null) {
      const onSale = this.#byId.get(known);
      if (onSale && namesAgree(party, nameOf(onSale)) && this.#mayBe(onSale, party, store)) return onSale;
    }
    if (party.dmsNumber !== null && !this.#hasStrangers(store)) return null;
    return this.#byLikeness(party, store, key);
  }

  /** Two numbers of one store are two customers, whatever else they share: the DMS knows better. */
  #mayBe(row: CustomerRow, party: PartyRecord, store: string): boolean {
    if (party.dmsNumber === null || row.dms_number === null) return true;
    return row.store !== store;
  }

  #hasStrangers(store: string): boolean {
    let known = this.#strangersIn.get(store);
    if (known === undefined) {
      known =
        this.#db
          .prepare('SELECT 1 FROM customer WHERE dms_number IS NULL OR store <> ? LIMIT 1')
          .get(store) !== undefined;
      this.#strangersIn.set(store, known);
    }
    return known;
  }

  /** Same name and the same phone, e-mail or address; a contradicting birthday or two that fit alike settle nothing. */
  #byLikeness(party: PartyRecord, store: string, key: string): CustomerRow | null {
    if (key === '') return null;
    const contact = contactOf(party);
    const alike = this.#likely(key).filter(
      (row) =>
        this.#mayBe(row, party, store) && namesAgree(party, nameOf(row)) && sharesContact(contact, row),
    );
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  /** Everybody of that name. */
  #likely(key: string): CustomerRow[] {
    if (!this.#nameIndex) {
      this.#db.exec('CREATE INDEX IF NOT EXISTS customer_name_key ON customer(name_key)');
      this.#nameIndex = true;
    }
    return this.#byNameKey.all(key);
  }

  #add(party: PartyRecord, store: string, key: string, asOf: string): number {
    const added = this.#insert.run(
      store,
      party.dmsNumber,
      party.kind,
      party.firstName,
      party.lastName,
      party.businessName,
      key,
      party.homePhone,
      party.cellPhone,
      party.workPhone,
      party.otherPhone,
      party.email,
      party.street,
      party.city,
      party.region,
      party.postalCode,
      party.country,
      party.birthday,
      party.extensions === null ? null : extensionsAsText(party.extensions),
      party.doNotCall ? 1 : 0,
      party.doNotText ? 1 : 0,
      party.doNotEmail ? 1 : 0,
      party.doNotMail ? 1 : 0,
      asOf,
      null,
    );
    if (party.dmsNumber === null) this.#strangersIn = new Map();
    else this.#unseen.delete(store, party.dmsNumber);
    if (party.dmsNumber !== null)
      for (const other of this.#strangersIn.keys()) if (other !== store) this.#strangersIn.set(other, true);
    return Number(added.lastInsertRowid);
  }

  #merge(row: CustomerRow, party: PartyRecord, store: string, key: string, asOf: string): boolean {
    const older = asOf < row.as_of;
    const next: CustomerRow = { ...row };
    const incoming = this.#withoutBad(row.id, contactOf(party));
    mergeContact(next, row, incoming, asOf);
    dropRepeatedPhones(next);
    if (!older && (this.#evidence.keepsNames !== true || row.name_key === '')) {
      next.kind = party.kind;
      next.first_name = party.firstName;
      next.last_name = party.lastName;
      next.business_name = party.businessName;
      next.name_key = key;
    }
    const said = wishesOf(party);
    for (const wish of WISH_COLUMNS) next[wish] = row[wish] | said[wish];
    const renumbered = this.#takeNumber(next, party, store);
    const changed =
      renumbered || COLUMNS.some((column) => !PROVENANCE.has(column) && next[column] !== row[column]);
    if (!older) next.as_of = asOf;
    this.#update.run(row, next);
    return changed;
  }

  /** What is known to reach nobody is not taken from a file again: the DMS may never hear of it. */
  #withoutBad(id: number, contact: Contact): Contact {
    const bad = this.#anyBad ? this.#badOf.all(id) : [];
    if (bad.length === 0) return contact;
    const good = { ...contact };
    for (const column of CONTACT_COLUMNS) {
      if (bad.includes(good[column] ?? '')) good[column] = null;
    }
    return good;
  }

  /** A customer known without a number takes the row's; a second number is kept beside the first. */
  #takeNumber(next: CustomerRow, party: PartyRecord, store: string): boolean {
    if (party.dmsNumber === null) return false;
    if (next.store === store && isSameNumber(next.dms_number, party.dmsNumber)) {
      const before = next.dms_number;
      next.dms_number = fullerNumber(before ?? '', party.dmsNumber);
      return next.dms_number !== before;
    }
    this.#unseen.delete(store, party.dmsNumber);
    if (next.dms_number === null) {
      next.store = store;
      next.dms_number = party.dmsNumber;
      return true;
    }
    this.#otherNumbers = true;
    return this.#addNumber.run(store, party.dmsNumber, next.id).changes > 0;
  }
}

const WISH_COLUMNS = ['do_not_call', 'do_not_text', 'do_not_email', 'do_not_mail'] as const;
type Wish = (typeof WISH_COLUMNS)[number];
/** Only ever added: what somebody said after the row was read stands. */
const WISHES: ReadonlySet<string> = new Set(WISH_COLUMNS);

const wishesOf = ({ doNotCall, doNotText, doNotEmail, doNotMail }: PartyRecord): Record<Wish, number> => ({
  do_not_call: Number(doNotCall),
  do_not_text: Number(doNotText),
  do_not_email: Number(doNotEmail),
  do_not_mail: Number(doNotMail),
});

/** The wishes that are not on file. */
const withoutKnown = (party: PartyRecord, known: CustomerRow): PartyRecord => ({
  ...party,
  doNotCall: party.doNotCall && known.do_not_call === 0,
  doNotText: party.doNotText && known.do_not_text === 0,
  doNotEmail: party.doNotEmail && known.do_not_email === 0,
  doNotMail: party.doNotMail && known.do_not_mail === 0,
});

const NO_CONTACT = {
  homePhone: null,
  cellPhone: null,
  workPhone: null,
  otherPhone: null,
  extensions: null,
  email: null,
  street: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
  birthday: null,
} as const;

const hasNameIndex = (db: Store): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'customer_name_key'").get() !== undefined;
