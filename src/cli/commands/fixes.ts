/** `beback fixes`: customers who cannot be reached as they stand, per salesperson, and how many can. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import { type ContactCorrection, correctContact, noteBounce } from '../../operations/correct-contact.ts';
import { listFixes } from '../../operations/list-fixes.ts';
import { fixesAsText } from '../../render/fixes-as-text.ts';
import { phoneInWords, withheldPhoneInWords } from '../../render/phone-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { readEmail } from '../../values/email.ts';
import { readPhone } from '../../values/phone.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export function runFixes(context: Context, flags: ScopeFlags): number {
  const { session, terminal } = context;
  const { day, settings } = session;
  const owners = listFixes(session, scopeOf(context, flags));
  if (context.json) context.printJson({ on: day, lists: owners });
  else
    terminal.print(
      fixesAsText(owners, {
        on: day,
        width: terminal.width,
        styles: terminal.styles,
        country: settings.store.country,
      }),
    );
  return EXIT.done;
}

export function runFixesBounced(context: Context, address: string, flags: { readonly why?: string }): number {
  // one that nobody can have, such as noreply@, is of the right shape all the same
  const value = readEmail(address).value ?? singleAddress(address.trim());
  if (value === null)
    throw usageFault(
      'bad-email',
      `"${address}" is not a valid e-mail address`,
      'write it as name@example.com: `beback fixes bounced ann@example.com`',
    );
  const ids = noteBounce(context.actingSession, value, flags.why?.trim() || 'bounced');
  if (context.json) context.printJson({ email: value, customers: ids });
  else
    context.tell(
      ids.length === 0
        ? `No customer has ${value}.\n`
        : `${value} is off the lists of ${ids.map((id) => `#${id}`).join(', ')}\n`,
    );
  return EXIT.done;
}

export interface CorrectionFlags {
  readonly phone?: string;
  readonly kind?: string;
  readonly email?: string;
}

export function runFixesSet(context: Context, wanted: string, flags: CorrectionFlags): number {
  const { actingSession } = context;
  const { country } = actingSession.settings.store;
  const { customer, withheld } = correctContact(actingSession, wanted, changesOf(flags, country));
  if (context.json) context.printJson({ customer });
  else {
    const ways = [
      ...customer.phones.map((phone) => phoneInWords(phone, country)),
      ...withheld.map(withheldPhoneInWords),
    ];
    context.tell(
      `#${customer.id} ${safeForTerminal(customer.name)}: ${safeForTerminal([...ways, customer.email ?? ''].filter(Boolean).join(', '))}\n`,
    );
  }
  return EXIT.done;
}

function changesOf(flags: CorrectionFlags, country: string): ContactCorrection {
  if (flags.phone === undefined && flags.email === undefined)
    throw usageFault('usage', 'nothing to put right was given', 'give --phone or --email');
  const kind = flags.kind ?? 'cell';
  if (kind !== 'cell' && kind !== 'home' && kind !== 'work')
    throw usageFault('usage', `--kind ${kind} is not known`, 'known: cell, home, work');
  const phone = flags.phone === undefined ? null : readPhone(flags.phone, country).value;
  if (flags.phone !== undefined && phone === null)
    throw usageFault(
      'bad-phone',
      `--phone ${flags.phone} is not a valid telephone number`,
      'write it with its area code',
    );
  const email = flags.email === undefined ? null : readEmail(flags.email).value;
  if (flags.email !== undefined && email === null && singleAddress(flags.email.trim()) !== null)
    throw usageFault('bad-email', `--email ${flags.email} reaches nobody`, "give the customer's own address");
  if (flags.email !== undefined && email === null)
    throw usageFault(
      'bad-email',
      `--email ${flags.email} is not a valid e-mail address`,
      'write it as name@example.com',
    );
  return { phone: phone === null ? null : { kind, e164: phone.e164 }, email };
}
