/** A day's work on the screen of a terminal: keys come in, the store is written, the next screen is drawn. */

import { outcomeName } from '../domain/contact.ts';
import { Fault } from '../domain/fault.ts';
import type { WorkDesk } from '../operations/work-desk.ts';
import type { Waiting } from '../render/share-in-words.ts';
import type { Styles } from '../render/styles.ts';
import { workHelpAsText } from '../render/work-help.ts';
import { workCursor, workScreenAsText } from '../render/work-screen.ts';
import type { Now, WorkQuestion, WorkView } from '../render/work-view.ts';
import type { Key } from '../terminal/decode-key.ts';
import { type Keyboard, openKeyboard } from '../terminal/keyboard.ts';
import { openFullScreen } from './full-screen.ts';
import { pressed, questionInWords } from './work-questions.ts';
import { countOf, found, logged, looked, noted, placeOf, promiseEnded, undone } from './work-session.ts';
import type { Asking, Doing, Step, WorkState } from './work-state.ts';

export interface ScreenOptions {
  readonly desk: WorkDesk;
  readonly styles: Styles;
  readonly country: string;
  /** null = the list is of another day than it is */
  readonly now: () => Now | null;
  /** whose list; null = the house */
  readonly salesperson: string | null;
  /** who logs, where that is somebody else */
  readonly as: string | null;
  /** who is left for later days */
  readonly waiting: Waiting;
}

export interface WorkEnd {
  /** `gone`: the terminal was closed */
  readonly why: 'finished' | 'quit' | 'interrupted' | 'gone';
  readonly skipped: number;
  /** customers not done, those passed over included */
  readonly left: number;
}

/** Takes steps until a key ends the work or the terminal is gone; the terminal is then as it was before. */
export function runScreen(first: Step, options: ScreenOptions): Promise<WorkEnd> {
  return new Promise((resolve, reject) => {
    let state = first.state;
    let isOver = false;
    let keyboard: Keyboard | null = null;
    const screen = openFullScreen(() => draw());
    // what it says of the hour stays true while nobody presses a key
    const clock = setInterval(() => screen.canMove && draw(), A_MINUTE_MS);
    const held = heldDown();

    const close = (): void => {
      isOver = true;
      clearInterval(clock);
      keyboard?.close();
      screen.close();
    };
    const end = (why: WorkEnd['why']): void => {
      if (isOver) return;
      close();
      const left = new Set(state.order.filter((id) => !state.done.has(id)));
      resolve({ why, skipped: state.skipped.length, left: left.size });
    };
    const fail = (error: unknown): void => {
      close();
      reject(error);
    };
    const draw = (): void => {
      if (isOver) return;
      const size = screen.size();
      const view = viewOf(state, options);
      if (view === null) return;
      const sized = { ...size, styles: options.styles, country: options.country };
      const isHelp = state.asking.asks === 'help';
      const text = isHelp ? workHelpAsText(sized) : workScreenAsText(view, sized);
      try {
        screen.draw(text.split('\n'), isHelp ? null : workCursor(view, size));
      } catch {
        end('gone');
      }
    };
    const take = (step: Step): void => {
      try {
        const taken = settled(step, options.desk);
        state = taken.state;
        if (taken.stop !== null) end(taken.stop);
        else if (taken.redraw) screen.forget();
        draw();
      } catch (error) {
        fail(error);
      }
    };
    keyboard = openKeyboard({
      onKey: (key) => {
        if (isOver) return;
        const repeats = held.repeats(key);
        const { asks } = state.asking;
        if (!(repeats && (asks === 'nothing' || asks === 'end'))) take(pressed(state, key));
        held.drawn();
      },
      onGone: () => end('gone'),
    });
    take(first);
  });
}

const A_MINUTE_MS = 60_000;

/** Keyboards repeat a key every 30 to 100 ms; nobody reads a customer in that time. */
const HELD_DOWN_MS = 120;

/** A key that repeats itself because it is held down must not log one customer after the other. */
function heldDown(): { readonly repeats: (key: Key) => boolean; readonly drawn: () => void } {
  let last = '';
  let since = 0;
  return {
    repeats: (key) => {
      const name = key.press === 'text' ? key.text : key.press;
      const isSame = name === last;
      last = name;
      return isSame && Date.now() - since < HELD_DOWN_MS;
    },
    // counted from here: what was sent while the store was written is older still
    drawn: () => {
      since = Date.now();
    },
  };
}

interface Settled {
  readonly state: WorkState;
  readonly stop: Extract<Doing, { do: 'stop' }>['why'] | null;
  readonly redraw: boolean;
}

/** Does what the step asks for until it waits for a key. What cannot be logged leaves the question open. */
function settled(first: Step, desk: WorkDesk): Settled {
  let { state, doing } = first;
  let redraw = false;
  while (doing !== null) {
    if (doing.do === 'stop') return { state: kept(state, desk), stop: doing.why, redraw };
    if (doing.do === 'redraw') redraw = true;
    ({ state, doing } = next(state, doing, desk));
  }
  return { state: kept(state, desk), stop: null, redraw };
}

function next(state: WorkState, doing: Doing, desk: WorkDesk): Step {
  try {
    switch (doing.do) {
      case 'look':
        return looked(state, desk.look(doing.customerId), doing.anyway);
      case 'log':
        return logged(state, doing.contact, desk.log(doing.contact));
      case 'note':
        return noted(state, desk.note(doing.customerId, doing.text));
      case 'end-promise':
        return promiseEnded(state, desk.endPromise(doing.promise));
      case 'find':
        return found(state, doing.query, desk.find(doing.query));
      case 'undo': {
        const { customer_id, action, details } = desk.undo();
        return undone(state, customer_id, outcomeName(String(details.outcome ?? action)));
      }
      default:
        return { state, doing: null };
    }
  } catch (error) {
    if (!(error instanceof Fault) || doing.do === 'look') throw error;
    return { state: { ...state, status: `${error.message}.` }, doing: null };
  }
}

/** What is logged stands whether or not the place can be kept. */
function kept(state: WorkState, desk: WorkDesk): WorkState {
  try {
    desk.keepPlace(placeOf(state));
    return state;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...state, status: `${error.message}.` };
  }
}

function viewOf(state: WorkState, { desk, salesperson, as, waiting, now }: ScreenOptions): WorkView | null {
  const { shown, asking, status } = state;
  if (shown === null) return null;
  const { number, of } = countOf(state);
  const question = questionInWords(asking, state.reading.country);
  return {
    on: state.reading.on,
    salesperson,
    as,
    number,
    of,
    waiting,
    done: new Set(desk.done().map(({ customerId }) => customerId)).size,
    customer: shown,
    now: now(),
    status,
    question:
      question === null
        ? null
        : {
            text: asking.asks === 'find' || asking.asks === 'found' ? question : `#${shown.id} ${question}`,
            line: 'line' in asking ? asking.line : null,
            among: among(asking),
          },
  };
}

function among(asking: Asking): WorkQuestion['among'] {
  switch (asking.asks) {
    case 'phone':
      return 'phones';
    case 'car':
      return 'cars';
    case 'promise':
      return 'promises';
    case 'found':
      return { customers: asking.found, at: asking.at };
    default:
      return null;
  }
}
