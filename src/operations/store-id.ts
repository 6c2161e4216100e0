/** What tells a store from every other, in what is carried out of it. */

import { storeId } from '../store/read-journal.ts';
import type { Session } from './session.ts';

/** Hex digits, the same for as long as the database lives. */
export const idOfStore = ({ store }: Pick<Session, 'store'>): string => storeId(store);
