/** The letters that come with the program: what they say, by what they are for. */

import type { Touch } from '../domain/plan.ts';

const ANNIVERSARY = `Dear {{salutation}},

On {{sold_on}} you drove your {{vehicle}} home from {{store}}. I have not forgotten, and I wanted to say thank you once more.

I hope it has been good to you. If anything about it is not as it should be, or if you simply have a question, please tell me. You do not have to look for the right department: I will find the person who can help.

And should somebody in your family or among your friends be looking for a car, I would be glad to look after them as well.

Kind regards,`;

/** Right whether it comes on the day, before it or after it. */
const BIRTHDAY = `Dear {{salutation}},

My very best wishes for your birthday, and for the year ahead, on the road and off it.

There is nothing to sell in this letter. I only wanted you to know that somebody at {{store}} is thinking of you.

Kind regards,`;

const CARE = `Dear {{salutation}},

It has been a while since we spoke, and I would like to know how your {{vehicle}} is treating you.

If something needs looking at, or if you have a question about any part of it, please get in touch. I will set the time up with service for you and see that you are looked after.

Kind regards,`;

const SELL = `Dear {{salutation}},

Now is a good moment to look at what comes after your {{vehicle}}. You may well have more choices than you think, and it costs nothing to know them.

Stop by when it suits you, or give me a call, and we will go through them together: what your car is worth today, what a new one would mean for you, and whether keeping the one you have is the better answer.

Kind regards,`;

/** The text for a touch of the plan; it may name the placeholders of a letter. */
export function wordingFor({ from, every, kind }: Pick<Touch, 'from' | 'every' | 'kind'>): string {
  if (from === 'birthday') return BIRTHDAY;
  if (kind === 'sell') return SELL;
  return from === 'sale' && every?.unit === 'y' ? ANNIVERSARY : CARE;
}
