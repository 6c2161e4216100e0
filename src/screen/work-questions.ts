/** The questions of a day's work and what each key means while one is asked. */

import { LONGEST_SNOOZE_DAYS, outcomeName, outcomeOfLetter } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import { dayInFull } from '../render/day-text.ts';
import type { TypedLine } from '../render/input-line.ts';
import { CHOICES, type WorkCustomer } from '../render/work-view.ts';
import type { Key } from '../terminal/decode-key.ts';
import { EMPTY_LINE, editLine, typedText } from './edit-line.ts';
import { atRest, goBack, jump, NOTHING_ASKED, skip, waiting } from './work-session.ts';
import type { Asking, FoundAsking, Later, Step, WorkContact, WorkState } from './work-state.ts';

type Typed = Extract<Asking, { readonly line: TypedLine }>;

/** What the key does to the state. */
export function pressed(state: WorkState, key: Key): Step {
  const { asking, shown } = state;
  if (key.press === 'interrupt') return { state, doing: { do: 'stop', why: 'interrupted' } };
  if (key.press === 'redraw') return { state, doing: { do: 'redraw' } };
  if (shown === null) return waiting(state);
  switch (asking.asks) {
    case 'nothing':
      return chosen({ ...state, status: '' }, shown, key);
    case 'help':
      return waiting(asked(state, NOTHING_ASKED));
    case 'end':
      return atTheEnd({ ...state, status: '' }, shown, key);
    case 'found':
      return choosing(state, asking, key);
    case 'phone': {
      const phone = shown.phones[choiceOf(key)];
      return phone === undefined
        ? declined(state, key)
        : log(state, shown, { outcome: 'wrong-number', phone: phone.e164 });
    }
    case 'car': {
      const car = shown.cars[choiceOf(key)];
      return car === undefined
        ? declined(state, key)
        : log(state, shown, { outcome: 'sold-the-car', saleId: car.sale_id });
    }
    case 'promise': {
      const promise = shown.promises[choiceOf(key)];
      return promise === undefined ? declined(state, key) : endPromise(state, promise);
    }
    default:
      return typing(state, shown, asking, key);
  }
}

const FIND: Asking = { asks: 'find', line: EMPTY_LINE };

const asked = (state: WorkState, asking: Asking, status = ''): WorkState => ({ ...state, asking, status });

const choiceOf = (key: Key): number => (key.press === 'text' ? CHOICES.indexOf(key.text.toLowerCase()) : -1);

const declined = (state: WorkState, { press }: Key): Step =>
  waiting(press === 'escape' ? asked(state, NOTHING_ASKED, 'Nothing was logged.') : state);

/** A question is open until the contact is on disk: what cannot be saved is still there to be tried again. */
const log = (
  state: WorkState,
  { id }: WorkCustomer,
  contact: Pick<WorkContact, 'outcome'> & Partial<WorkContact>,
): Step => ({
  state: { ...state, status: '' },
  doing: { do: 'log', contact: { customerId: id, note: null, nextOn: null, ...contact } },
});

/** The last call can still be taken back; what cannot be leaves the question open. A paste presses no key. */
function atTheEnd(state: WorkState, shown: WorkCustomer, key: Key): Step {
  if (key.press === 'paste') return waiting(state);
  const letter = key.press === 'text' ? key.text.toLowerCase() : '';
  if (letter === 'u') return { state, doing: { do: 'undo' } };
  // who stands last in the order is not always who was shown last
  if (letter === 'k' || key.press === 'up')
    return goBack({
      ...asked(state, NOTHING_ASKED),
      at: state.order.lastIndexOf(shown.id) + 1 || state.order.length,
    });
  if (letter === '/') return waiting(asked(state, FIND));
  return { state, doing: { do: 'stop', why: 'finished' } };
}

function chosen(state: WorkState, shown: WorkCustomer, key: Key): Step {
  if (key.press === 'down') return skip(state);
  if (key.press === 'up') return goBack(state);
  if (key.press !== 'text') return waiting(state);
  const letter = key.text.toLowerCase();
  switch (letter) {
    case ' ':
      return skip(state);
    case 'k':
      return goBack(state);
    case 'u':
      return { state, doing: { do: 'undo' } };
    case 'q':
      return { state, doing: { do: 'stop', why: 'quit' } };
    case 'z':
      return waiting(asked(state, { asks: 'later-day', outcome: 'snoozed', line: EMPTY_LINE }));
    case 'r':
      return waiting(asked(state, { asks: 'later-day', outcome: 'promised', line: EMPTY_LINE }));
    case 'o':
      return owedDone(state, shown);
    case '+':
      return waiting(asked(state, { asks: 'fact', line: EMPTY_LINE }));
    case '/':
      return waiting(asked(state, FIND));
    case '?':
      return waiting(asked(state, { asks: 'help' }));
    default:
      return outcomeChosen(state, shown, letter);
  }
}

function outcomeChosen(state: WorkState, shown: WorkCustomer, letter: string): Step {
  const outcome = outcomeOfLetter(letter);
  if (outcome === null)
    return waiting({ ...state, status: `"${letter}" is not a key here; ? shows them all.` });
  const { name } = outcome;
  if (outcome.effect === 'settles')
    return waiting(asked(state, { asks: 'note', outcome: name, line: EMPTY_LINE }));
  if (outcome.blocks || outcome.endsTouches === 'customer')
    return waiting(asked(state, { asks: 'reason', outcome: name, line: EMPTY_LINE }));
  if (outcome.opensFix === 'phone') return wrongNumber(state, shown);
  if (outcome.endsTouches === 'car') return carGone(state, shown);
  return log(state, shown, { outcome: name });
}

function wrongNumber(state: WorkState, shown: WorkCustomer): Step {
  const [first] = shown.phones;
  if (first === undefined)
    return waiting({ ...state, status: `#${shown.id} has no number that could be wrong.` });
  if (shown.phones.length > 1) return waiting(asked(state, { asks: 'phone' }));
  return log(state, shown, { outcome: 'wrong-number', phone: first.e164 });
}

function carGone(state: WorkState, shown: WorkCustomer): Step {
  const [first] = shown.cars;
  if (first === undefined) return waiting({ ...state, status: `#${shown.id} has no car on file.` });
  if (shown.cars.length > 1) return waiting(asked(state, { asks: 'car' }));
  return log(state, shown, { outcome: 'sold-the-car', saleId: first.sale_id });
}

function owedDone(state: WorkState, shown: WorkCustomer): Step {
  const [first] = shown.promises;
  if (first === undefined) return waiting({ ...state, status: `Nothing is owed to #${shown.id}.` });
  return shown.promises.length > 1 ? waiting(asked(state, { asks: 'promise' })) : endPromise(state, first);
}

const endPromise = (state: WorkState, { id }: WorkCustomer['promises'][number]): Step => ({
  state: { ...state, status: '' },
  doing: { do: 'end-promise', promise: id },
});

function typing(state: WorkState, shown: WorkCustomer, asking: Typed, key: Key): Step {
  if (key.press === 'escape') return waiting(escaped(state, asking));
  if (asking.asks === 'next-day' && typedText(asking.line) === '') {
    const [first, ...others] = asking.offers;
    if (first !== undefined && key.press === 'text' && key.text.toLowerCase() === 'y')
      return log(state, shown, {
        outcome: asking.outcome,
        note: given(asking.note),
        nextOn: first.next_on,
      });
    if (first !== undefined && key.press === 'tab')
      return waiting({ ...state, asking: { ...asking, offers: [...others, first] } });
  }
  if (key.press === 'enter') return entered(state, shown, asking);
  return waiting({ ...state, asking: { ...asking, line: editLine(asking.line, key) } });
}

/** From the day back to the note, which is not lost; from anywhere else out of the question. */
function escaped(state: WorkState, asking: Typed): WorkState {
  if (asking.asks === 'next-day')
    return asked(state, { asks: 'note', outcome: asking.outcome, line: asking.note });
  return asked(state, atRest(state), asking.asks === 'find' ? '' : 'Nothing was logged.');
}

/** By its number, or with the arrows and Enter; Escape goes back to what was looked for. */
function choosing(state: WorkState, asking: FoundAsking, key: Key): Step {
  const { found, at, query } = asking;
  if (key.press === 'escape') return waiting(asked(state, { asks: 'find', line: query }));
  const moved = key.press === 'down' ? 1 : key.press === 'up' ? -1 : 0;
  if (moved !== 0)
    return waiting({ ...state, asking: { ...asking, at: (at + moved + found.length) % found.length } });
  const chosen = found[key.press === 'enter' ? at : choiceOf(key)];
  return chosen === undefined ? waiting(state) : jump(state, chosen.id);
}

function entered(state: WorkState, shown: WorkCustomer, asking: Typed): Step {
  const { reading } = state;
  switch (asking.asks) {
    case 'note': {
      const { outcome, line } = asking;
      const offers = reading.promisesIn(typedText(line));
      return waiting(asked(state, { asks: 'next-day', outcome, note: line, line: EMPTY_LINE, offers }));
    }
    case 'next-day': {
      const answer = given(asking.line) === null ? NO_DAY : laterDay(state, asking.line);
      if (answer.complaint !== null) return waiting({ ...state, status: answer.complaint });
      return log(state, shown, { outcome: asking.outcome, note: given(asking.note), nextOn: answer.day });
    }
    case 'later-day': {
      const { outcome, line } = asking;
      const answer = outcome === 'snoozed' ? snoozeDay(state, line) : laterDay(state, line);
      if (answer.day === null) return waiting({ ...state, status: answer.complaint });
      return waiting(asked(state, { asks: 'later-why', outcome, nextOn: answer.day, line: EMPTY_LINE }));
    }
    case 'later-why': {
      const { outcome, nextOn, line } = asking;
      const note = given(line);
      if (note === null) return waiting({ ...state, status: WHY_NEEDED[outcome] });
      return log(state, shown, { outcome, note, nextOn });
    }
    case 'fact': {
      const text = given(asking.line);
      if (text === null) return waiting({ ...state, status: 'A few words are needed.' });
      return { state: { ...state, status: '' }, doing: { do: 'note', customerId: shown.id, text } };
    }
    case 'find': {
      const query = given(asking.line)?.trim() ?? null;
      if (query === null) return waiting({ ...state, status: 'A name or a number is needed.' });
      return { state: { ...state, status: '' }, doing: { do: 'find', query } };
    }
    case 'reason':
      return log(state, shown, { outcome: asking.outcome, note: given(asking.line) });
  }
}

/** As typed; null for nothing but blanks. */
const given = (line: TypedLine): string | null => {
  const text = typedText(line);
  return text.trim() === '' ? null : text;
};

/** `complaint`: why it is none. */
type DayAnswer =
  | { readonly day: Day; readonly complaint: null }
  | { readonly day: null; readonly complaint: string };
const NO_DAY = { day: null, complaint: null } as const;
const complaint = (text: string): DayAnswer => ({ day: null, complaint: text });

/** Today's talk would settle a promise for today at once, so the day must be a later one. */
function laterDay({ reading: { on, dayIn, country } }: WorkState, line: TypedLine): DayAnswer {
  const text = typedText(line).trim();
  if (text === '') return complaint('A day is needed.');
  const day = dayIn(text);
  if (day === null) return complaint(`"${text}" is not a day; try fri, 3d, 2w or YYYY-MM-DD.`);
  return day > on ? { day, complaint: null } : complaint(`${dayInFull(day, country)} is not after today.`);
}

/** Whoever is snoozed is forgotten meanwhile: not for a whole season. */
function snoozeDay(state: WorkState, line: TypedLine): DayAnswer {
  const answer = laterDay(state, line);
  const last = addDays(state.reading.on, LONGEST_SNOOZE_DAYS);
  return answer.day === null || answer.day <= last
    ? answer
    : complaint(
        `A snooze is ${LONGEST_SNOOZE_DAYS} days at most, until ${dayInFull(last, state.reading.country)}; r promises a later day.`,
      );
}

const WHY_NEEDED: Readonly<Record<Later, string>> = {
  snoozed: 'A reason is needed.',
  promised: 'What is promised is needed.',
};

/** The question in words; null where none is asked in the place of the keys. */
export function questionInWords(asking: Asking, country: string): string | null {
  switch (asking.asks) {
    case 'nothing':
    case 'help':
      return null;
    case 'phone':
      return 'wrong number: which one? (Esc = cancel)';
    case 'car':
      return 'no longer has the car: which one? (Esc = cancel)';
    case 'promise':
      return 'done without a talk: which promise? (Esc = cancel)';
    case 'note':
      return `${outcomeName(asking.outcome)}: a note? (Enter = none, Esc = cancel)`;
    case 'next-day': {
      const [offer] = asking.offers;
      if (offer === undefined)
        return `${outcomeName(asking.outcome)}: a day promised? (Enter = none; fri, 3d, 2w; Esc = back)`;
      const more = asking.offers.length > 1 ? ', Tab = another' : '';
      return `promise ${dayInFull(offer.next_on, country)}? (y = yes, Enter = none${more}, or a day) "${offer.text}"`;
    }
    case 'later-day':
      return asking.outcome === 'snoozed'
        ? `snooze until which day? (fri, 3d, 2w, at most ${LONGEST_SNOOZE_DAYS}d; Esc = cancel)`
        : 'promise for which day? (fri, 3d, 2w; Esc = cancel)';
    case 'later-why':
      return asking.outcome === 'snoozed'
        ? `snooze until ${dayInFull(asking.nextOn, country)}: why? (Esc = cancel)`
        : `promise for ${dayInFull(asking.nextOn, country)}: what? (Esc = cancel)`;
    case 'fact':
      return 'what is worth remembering? (no outcome is logged; Esc = cancel)';
    case 'find':
      return 'find whom? (name, phone, end of VIN, deal, plate; Esc = cancel)';
    case 'found':
      return 'which one? (its number, or up, down and Enter; Esc = back)';
    case 'reason':
      return asking.outcome === 'do-not-contact'
        ? 'do not contact, for good: what did they say? (Enter = log it, Esc = cancel)'
        : `${outcomeName(asking.outcome)}, no touches until the next purchase: note? (Enter = log it, Esc = cancel)`;
    case 'end':
      return 'was the last one. u = undo, k = back, / = find, any other key = done';
  }
}
