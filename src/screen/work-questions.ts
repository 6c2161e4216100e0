/** The questions of a day's work and what each key means while one is asked. */

import { outcomeName, outcomeOfLetter } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import { dayInFull } from '../render/day-text.ts';
import type { TypedLine } from '../render/input-line.ts';
import { CHOICES, type WorkCustomer } from '../render/work-view.ts';
import type { Key } from '../terminal/decode-key.ts';
import { EMPTY_LINE, editLine, typedText } from './edit-line.ts';
import { goBack, NOTHING_ASKED, skip, waiting } from './work-session.ts';
import type { Asking, Step, WorkContact, WorkState } from './work-state.ts';

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
    default:
      return typing(state, shown, asking, key);
  }
}

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
    return goBack({ ...asked(state, NOTHING_ASKED), at: state.order.lastIndexOf(shown.id) + 1 });
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
      return waiting(asked(state, { asks: 'snooze-day', line: EMPTY_LINE }));
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
const escaped = (state: WorkState, asking: Typed): WorkState =>
  asking.asks === 'next-day'
    ? asked(state, { asks: 'note', outcome: asking.outcome, line: asking.note })
    : asked(state, NOTHING_ASKED, 'Nothing was logged.');

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
    case 'snooze-day': {
      const answer = laterDay(state, asking.line);
      if (answer.day === null) return waiting({ ...state, status: answer.complaint });
      return waiting(asked(state, { asks: 'snooze-reason', nextOn: answer.day, line: EMPTY_LINE }));
    }
    case 'snooze-reason': {
      const note = given(asking.line);
      if (note === null) return waiting({ ...state, status: 'A reason is needed.' });
      return log(state, shown, { outcome: 'snoozed', note, nextOn: asking.nextOn });
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
function laterDay({ reading: { on, dayIn } }: WorkState, line: TypedLine): DayAnswer {
  const text = typedText(line).trim();
  if (text === '') return complaint('A day is needed.');
  const day = dayIn(text);
  if (day === null) return complaint(`"${text}" is not a day; try fri, 3d, 2w or YYYY-MM-DD.`);
  return day > on ? { day, complaint: null } : complaint(`${dayInFull(day)} is not after today.`);
}

/** The question in words; null where none is asked in the place of the keys. */
export function questionInWords(asking: Asking): string | null {
  switch (asking.asks) {
    case 'nothing':
    case 'help':
      return null;
    case 'phone':
      return 'wrong number: which one? (Esc = cancel)';
    case 'car':
      return 'no longer has the car: which one? (Esc = cancel)';
    case 'note':
      return `${outcomeName(asking.outcome)}: a note? (Enter = none, Esc = cancel)`;
    case 'next-day': {
      const [offer] = asking.offers;
      if (offer === undefined)
        return `${outcomeName(asking.outcome)}: next day? (Enter = none; fri, 3d, 2w; Esc = back)`;
      const more = asking.offers.length > 1 ? ', Tab = another' : '';
      return `promise ${dayInFull(offer.next_on)}? (y = yes, Enter = none${more}, or a day) "${offer.text}"`;
    }
    case 'snooze-day':
      return 'snooze until which day? (fri, 3d, 2w; Esc = cancel)';
    case 'snooze-reason':
      return `snooze until ${dayInFull(asking.nextOn)}: why? (Esc = cancel)`;
    case 'reason':
      return asking.outcome === 'do-not-contact'
        ? 'do not contact, for good: what did they say? (Enter = log it, Esc = cancel)'
        : `${outcomeName(asking.outcome)}, no touches until the next purchase: note? (Enter = log it, Esc = cancel)`;
    case 'end':
      return 'was the last one. u = undo, k = back, any other key = done';
  }
}
