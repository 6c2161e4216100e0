/** Which columns say what a customer allows: every wish is heard, and no other column is taken for one. */

import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/engine/store.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { salesWith, takenFor } from './made-files.ts';

/** The second of three customers said no, by a header and its cells. */
const WISHES: readonly (readonly [string, readonly string[], string])[] = [
  ['Do Not Call', ['N', 'Y', ''], 'call'],
  ['DNC', ['', 'X', '0'], 'call'],
  ['No Call', ['0', '1', '0'], 'call'],
  ['OK to Call', ['Y', 'N', 'Y'], 'call'],
  ['Call OK', ['Y', 'N', 'Y'], 'call'],
  ['Can Call', ['Y', 'N', 'Y'], 'call'],
  ['Call?', ['Y', 'N', 'Y'], 'call'],
  ['Phone Opt-In', ['Y', 'N', ''], 'call'],
  ['Call Consent', ['Yes', 'No', ''], 'call'],
  ['Permission to Call', ['Yes', 'No', ''], 'call'],
  ['TCPA Consent', ['Y', 'N', ''], 'call'],
  ['Consent to Call', ['true', 'false', 'true'], 'call'],
  ['Do Not Call Flag', ['Off', 'On', 'Off'], 'call'],
  ['DNC Date', ['', '1/2/2025', ''], 'call'],
  ['Do Not Call - Cell', ['N', 'Y', 'N'], 'call'],
  ['Cell Do Not Call', ['N', 'Y', 'N'], 'call'],
  ['Home Phone DNC', ['N', 'Y', 'N'], 'call'],
  ['Cell Phone Opt Out', ['N', 'Y', 'N'], 'call'],
  ['Allow Phone', ['1', '0', '1'], 'call'],
  ['No Phone Calls', ['', 'X', ''], 'call'],
  ['Phone Status', ['OK', 'DNC', 'Valid'], 'call'],
  ['Calls Declined', ['N', 'Y', 'N'], 'call'],
  ['Calls Not Allowed', ['N', 'Y', 'N'], 'call'],
  ['Stop Calls', ['N', 'Y', 'N'], 'call'],
  ['Text Opt-Out', ['', 'Y', ''], 'text'],
  ['SMS Consent', ['Y', 'N', 'Y'], 'text'],
  ['Text Status', ['Active', 'STOP', ''], 'text'],
  ['Email Opt Out', ['', 'Y', ''], 'email'],
  ['Email Subscribed', ['Y', 'N', 'Y'], 'email'],
  ['Email Status', ['Active', 'Unsubscribed', 'Bounced'], 'email'],
  ['Mail Opt Out', ['', 'Y', ''], 'mail'],
  ['Opt Out', ['False', 'True', 'False'], 'call email mail'],
  ['Customer Opt Out', ['N', 'Y', 'N'], 'call email mail'],
  ['Opt-In', ['Y', 'N', ''], 'call email mail'],
  ['Opt Status', ['In', 'Out', 'In'], 'call email mail'],
  ['Privacy Flag', ['N', 'Y', ''], 'call email mail'],
  ['Do Not Solicit', ['N', 'Y', 'N'], 'call email mail'],
  ['Solicit', ['Y', 'N', 'Y'], 'call email mail'],
  ['Marketing Opt Out', ['N', 'Y', 'N'], 'call email mail'],
  ['Do Not Mail Offers', ['N', 'Y', 'N'], 'mail'],
  ['Do Not Contact Reason', ['', 'asked on phone', ''], 'call email mail'],
  ['DO NOT CONTACT (Y/N)', ['N', 'Y', 'N'], 'call email mail'],
  ['Unsubscribed', ['No', 'Yes', 'No'], 'call email mail'],
  ['Contactable', ['Y', 'N', 'Y'], 'call email mail'],
  ['GDPR Consent', ['Yes', 'No', 'Yes'], 'call email mail'],
  ['CASL Consent', ['Express', 'No', 'Implied'], 'call email mail'],
  ['Marketing Consent', ['Yes', 'No', 'Yes'], 'call email mail'],
  ['Blocked', ['', 'Y', ''], 'call email mail'],
  ['Suppress', ['N', 'Y', 'N'], 'call email mail'],
  ['Contact Preference', ['Phone', 'Do not contact', 'None'], 'call email mail'],
  ['Contact Preference', ['Phone', 'No calls or texts', 'None'], 'call text'],
  ['Contact Method', ['Phone', 'No calls', 'Email'], 'call'],
  ['Contact Method', ['Phone', 'Email only, do not call', 'Email'], 'call text mail'],
  ['Contact Method', ['Phone', 'No e-mail', 'Email'], 'email'],
  ['Contact Method', ['Phone', 'No calls, do not contact', 'Email'], 'call email mail'],
  ['Do Not Ring', ['N', 'Y', 'N'], 'call'],
  ['Do Not Write', ['N', 'Y', 'N'], 'mail'],
  ['Do Not Visit', ['N', 'Y', 'N'], 'call email mail'],
  ['Do Not Knock', ['N', 'Y', 'N'], 'call email mail'],
  ['Do Not Bother', ['N', 'Y', 'N'], 'call email mail'],
  ['Do Not Follow Up', ['N', 'Y', 'N'], 'call email mail'],
  ['Do Not Advertise', ['N', 'Y', 'N'], 'call email mail'],
  ['Telemarketing OK', ['Y', 'N', 'Y'], 'call'],
  ['Permission', ['Y', 'N', 'Y'], 'call email mail'],
  ['Post Permission', ['Y', 'N', 'Y'], 'mail'],
  ['Werbesperre', ['nein', 'ja', ''], 'call email mail'],
  ['Kontaktsperre', ['nein', 'ja', ''], 'call email mail'],
  ['Werbeverbot', ['nein', 'ja', ''], 'call email mail'],
  ['Werbeeinwilligung', ['ja', 'nein', 'ja'], 'call email mail'],
  ['Werbeerlaubnis', ['ja', 'nein', 'ja'], 'call email mail'],
  ['Nicht anrufen', ['nein', 'ja', ''], 'call'],
  ['Niet bellen', ['nee', 'ja', ''], 'call'],
  ['Niet benaderen', ['nee', 'ja', ''], 'call email mail'],
  ['Niet mailen', ['nee', 'ja', ''], 'email'],
  ['Aceita contato', ['sim', 'não', 'sim'], 'call email mail'],
  ['Não ligar', ['não', 'sim', ''], 'call'],
  ['Não contatar', ['não', 'sim', ''], 'call email mail'],
  ['Acepta contacto', ['sí', 'no', 'sí'], 'call email mail'],
  ['No contactar', ['no', 'sí', ''], 'call email mail'],
  ['No enviar correo', ['no', 'sí', ''], 'email'],
  ['Accepte contact', ['oui', 'non', 'oui'], 'call email mail'],
  ['Ne pas contacter', ['non', 'oui', ''], 'call email mail'],
  ['Ne pas appeler', ['non', 'oui', ''], 'call'],
  ['Refus sollicitation', ['non', 'oui', ''], 'call email mail'],
  ['Non contattare', ['no', 'sì', ''], 'call email mail'],
  ['Non chiamare', ['no', 'sì', ''], 'call'],
  ['Consenso marketing', ['sì', 'no', 'sì'], 'call email mail'],
];

const blocked = (db: Store): string[] =>
  [...exportCustomers(db)]
    .flat()
    .sort((a, b) => a.id - b.id)
    .map(({ do_not }) =>
      Object.entries(do_not)
        .flatMap(([channel, no]) => (no ? [channel] : []))
        .join(' '),
    );

describe('a column about what a customer allows', () => {
  test.each(WISHES)('%s %j', async (header, cells, channels) => {
    const db = freshStore();
    await importLines(db, salesWith({ [header]: cells }));
    expect(blocked(db)).toEqual(['', channels, '']);
  });
});

/** Other columns with a word of permission or refusal in their header. */
const OTHER_MATTERS: Readonly<Record<string, readonly string[]>> = {
  'Trade Allowance': ['0.00', '5000', '0'],
  'Trade-In Allowance': ['$0.00', '$5000.00', '$0.00'],
  'Trade Allow': ['0', '5000', '0'],
  Allowance: ['0', '5000', '0'],
  'Over Allowance': ['0', '500', '0'],
  'Mileage Allowance': ['0', '12000', '0'],
  'Annual Allowance': ['10000', '0', ''],
  'Marketing Allowance': ['0', '300', '0'],
  'Km Allowed': ['0', '20000', ''],
  'Max Allowed': ['0', '1', ''],
  'Kelley Blue Book': ['12000', '0', ''],
  'Black Book': ['12000', '0', ''],
  'Trade Book': ['12000', '0', ''],
  Facebook: ['fb/ann', 'No', ''],
  'Service Agreement': ['Y', 'N', 'Y'],
  'Arbitration Agreement': ['Y', 'N', 'Y'],
  'Agreement Term': ['36', '0', '48'],
  'Agreement Type': ['HP', 'PCP', 'No'],
  'Temp Permit #': ['T123', '0', ''],
  'XM Subscription': ['Y', 'N', 'Y'],
  'Telematics Consent': ['Y', 'N', 'Y'],
  Subscription: ['Y', 'N', ''],
  'Offer Accepted': ['Y', 'N', 'Y'],
  'Terms Accepted': ['Y', 'N', 'Y'],
  'Docs OK': ['Y', 'N', ''],
  'Insurance OK': ['Y', 'N', ''],
  'Funding OK': ['Y', 'N', ''],
  'Title OK': ['Y', 'N', ''],
  'Color Preference': ['Red', 'No', ''],
  'Delivery Preference': ['Home', 'None', 'No'],
  'VSC Declined': ['N', 'Y', 'N'],
  'GAP Declined': ['No', 'Yes', 'No'],
  'Products Declined': ['', 'GAP', ''],
  'Insurance Declined': ['N', 'Y', 'N'],
  'Recall Declined': ['N', 'Y', 'N'],
  'Invoice Declined': ['N', 'Y', 'N'],
  'Refused/Cancelled': ['N', 'Y', 'N'],
  'Declined Services': ['', 'Brakes; tires', ''],
  'Declined Work': ['', 'brake pads', 'N'],
  'Block Heater': ['Y', 'N', 'N'],
  'Engine Block': ['Iron', 'Alum', ''],
  'License Restrictions': ['', 'Corrective lenses', ''],
  'Credit App Consent': ['Y', 'N', 'Y'],
  'E-Sign Consent': ['Y', 'N', 'Y'],
  'Privacy Notice Accepted': ['Y', 'N', 'Y'],
  'Do Not Wholesale': ['N', 'Y', 'N'],
  'Do Not Sell': ['N', 'Y', 'N'],
  'Do Not Write Off': ['N', 'Y', 'N'],
  'Do Not Post': ['N', 'Y', 'N'],
  'Opt Out GAP': ['N', 'Y', ''],
  'Survey Opt Out': ['N', 'Y', 'N'],
  Call: ['1', '0', '2'],
  May: ['0', '1', '0'],
};

test('no other column silences a customer, and the report names it as not used', async () => {
  const db = freshStore();
  const taken = takenFor(await importLines(db, salesWith(OTHER_MATTERS)));
  const heard = Object.keys(OTHER_MATTERS).filter((header) => taken[header] !== null);
  expect(heard).toEqual([]);
  expect(blocked(db)).toEqual(['', '', '']);
});
