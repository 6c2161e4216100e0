/** The touch plan as shipped: the text `plan init` writes, and the one source of what applies without a settings file. */

import { parse } from 'smol-toml';
import { type Plan, USUAL_WORKSHOP, type Workshop } from '../domain/plan.ts';
import { type CaseClock, SHIPPED_CASE_CLOCK } from '../domain/recovery-case.ts';
import { USUAL_DAYS, type WorkingDays } from '../domain/working-days.ts';
import { readPlan } from './plan-file.ts';

/** Steps and days follow what the trade teaches for sold customers; windows are wide enough for a weekend. */
export const DEFAULT_PLAN_TOML = `# The touch plan: when a customer you have sold to should hear from you, and what to say.
# Change it freely; "beback plan check" tells you whether it still reads.

[plan]
calls_a_day = 25  # the day's share of one person; or by name or code: { "1042" = 30, house = 10, default = 25 }
tries = 3         # after tries on so many days without reaching anybody, give that touch up
must = 80         # touches of this priority and above are called first; of the others whatever closes first

[plan.rest]   # after somebody has spoken with a customer, leave them alone this long
default = "7d"
not-interested = { sell = "90d" }  # whoever said no is not offered anything for this long

[plan.retry]  # how long to wait after a try before the customer is on the list again
no-answer = "1d"
voicemail = "3d"
busy = "0d"
text = "3d"
email = "3d"

# One [[touch]] is one occasion to call. Its keys:
#   id          short name, small letters and hyphens; every touch has its own
#   label       what the call list prints
#   from        the day to count from: sale (the day of delivery), lease-end, loan-end, birthday,
#               last-service (the sale, until there was one), repair-order, appointment, no-show (the next business
#               day after a service appointment was missed), first-service (the day set for it, by hand or in a
#               file), given (the day the customer was given by hand to whoever looks after them now), wish (the
#               day from which a car they wish for has stood in the lot), case-closed (the day a recovery case
#               was closed, but for one that was withdrawn)
#   at          when, counted from that day: ["1d"], or several: ["-180d", "-90d"] (minus = before)
#   every       or again and again: "1y", "6m". A touch has either at or every.
#               d = days, b = business days, w = weeks, m = months, y = years. 1b is the next day on which
#               the store works, -1b the last one before, 0b the day itself or the next business day
#   distance    with from = "last-service" and every: also due each time so many miles (or km) were driven, where
#               that is sooner, such as every = "6m" and distance = 5000. How far a car goes in a day is read off
#               its odometer at the sale and at visits; until that tells anything, [service] per_day says it
#   opens       how long before the due day it may be made (d, b or w; left out: "0d")
#   closes      how long after the due day it is still worth making (d, b or w; left out: "0d")
#   kind        "care", or "sell" for a call that offers something: people who bought another car
#               within 12 months are spared those
#   priority    0 to 100, higher is called first
#   rest        days of rest after a talk for this touch alone (left out: as in [plan.rest])
#   retry       days to wait after any try for this touch alone (left out: as in [plan.retry])
#   deal_types  only for these deals: cash, finance, lease (left out: all)
#   conditions  only for these cars: new, used, certified, demo (left out: all)
#   [touch.script]  opener, question and value line, printed with the call. You may write
#               {{first_name}} {{customer}} {{salesperson}} {{store}} {{vehicle}} {{year}} {{make}}
#               {{model}} {{sold_on}} {{months_owned}} {{years_owned}} {{number}} {{due_on}}
#               {{lease_end_on}} {{loan_end_on}} {{service_on}} {{booked_on}} (the day set for the first
#               service) {{former_owner}}. Care calls carry no pitch.
#   [touch.late]    the same three, said once the due day has gone by (left out: as in [touch.script];
#               a birthday is then without words, as those for the day would be wrong)

# The first week: thank them, see that the car is right, and be ahead of the survey.

[[touch]]
id = "welcome"
label = "Thank-you call"
from = "sale"
at = ["1d"]
closes = "2d"
kind = "care"
priority = 86
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. I just wanted to say thank you, properly."
question = "How was the first drive home?"
value = "Keep my number. Whatever it is, call me first and I'll find the right person for you."

[[touch]]
id = "settling-in"
label = "Third day: how is the car?"
from = "sale"
at = ["3d"]
closes = "3d"
kind = "care"
priority = 84
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. You've had the {{model}} a few days now."
question = "What have you not figured out yet: phone, seats, any of the screens?"
value = "Two minutes on the phone usually does it. If not, stop by and I'll sit in the car with you."

[[touch]]
id = "first-week"
label = "One week: is everything right?"
from = "sale"
at = ["7d"]
closes = "7d"
kind = "care"
priority = 82
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. One week in, and I'd like to hear it straight."
question = "Is there anything about the {{model}}, or about us, that isn't right yet?"
value = "If there is, I'd rather fix it today than have you live with it. I'll call you back myself."

# The first half year: stay the person they know in the car business.

[[touch]]
id = "first-month"
label = "One month: features, and who else is looking?"
from = "sale"
at = ["30d"]
closes = "14d"
kind = "care"
priority = 60
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. You're a month in with the {{model}}."
question = "What do you like best about it, and is there a feature you've never touched?"
value = "Come by and I'll show you in ten minutes. And if a friend is looking, give them my name and I'll look after them."

[[touch]]
id = "three-months"
label = "Three months: checking in"
from = "sale"
at = ["90d"]
closes = "21d"
kind = "care"
priority = 45
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} at {{store}}. Nothing to sell you, I'm just checking in."
question = "How is the {{model}} fitting into your week?"
value = "If anything needs looking at, tell me and I'll set the time up with service for you."

[[touch]]
id = "half-year"
label = "Half a year: checking in"
from = "sale"
at = ["180d"]
closes = "21d"
kind = "care"
priority = 40
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. Half a year with the {{model}} already."
question = "Is it still doing what you bought it for, and has anything changed at home or at work?"
value = "You have a person here. If you need a hand or a straight answer, call me."

# Every year, for as long as they have the car.

[[touch]]
id = "anniversary"
label = "Anniversary of the purchase"
from = "sale"
every = "1y"
opens = "3d"
closes = "14d"
kind = "care"
priority = 75
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. Happy anniversary: year {{number}} with your {{vehicle}}!"
question = "How has it been treating you this past year?"
value = "Thank you for driving with us. If it ever gives you a reason to wonder, I'm one call away."

[[touch]]
id = "birthday"
label = "Birthday"
from = "birthday"
every = "1y"
closes = "3d"
kind = "care"
priority = 70
rest = "2d"
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. Happy birthday!"
question = "Are you doing something nice to celebrate?"
value = "That's all I called for. Have a great year, and drive safely."
[touch.late]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. I missed your birthday, so let me say it now: happy belated birthday!"
question = "Did you do something nice to celebrate?"
value = "That's all I called for. Have a great year, and drive safely."

# Service keeps the car good and the customer ours. Counted from the last visit, so whoever was just here is left alone.

[[touch]]
id = "service"
label = "Service is due"
from = "last-service"
every = "6m"
opens = "7d"
closes = "14d"
kind = "care"
priority = 50
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} at {{store}}. By the calendar your {{model}} is ready for a service visit."
question = "Roughly what does the odometer read now, and which day of the week suits you best?"
value = "I'll set the appointment up with you now, and I'll come out and say hello when you're here."

[[touch]]
id = "no-show"
label = "Missed the service appointment"
from = "no-show"
at = ["0d"]
closes = "10d"
kind = "care"
priority = 88
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. We had you down for service the other day and didn't get to see the {{model}}, so I wanted to be sure all is well."
question = "Would another day suit you better, and is the time we open early enough for you?"
value = "Tell me the day and I'll set it up with service for you now. And if it's taken care of already, I'll put that in our book."

[[touch]]
id = "after-service"
label = "After the service visit"
from = "repair-order"
at = ["1b"]
closes = "14d"
kind = "care"
priority = 58
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} at {{store}}. You were in for service on {{service_on}}."
question = "Did they take care of everything, and was the car ready when they said?"
value = "If something was left open, tell me and I'll walk over there myself."

# The end of a lease or loan: they will decide anyway, so let it be with you.

[[touch]]
id = "lease-end"
label = "Lease is ending"
from = "lease-end"
at = ["-180d", "-120d", "-90d", "-60d", "-30d"]
closes = "21d"
kind = "sell"
priority = 90
deal_types = ["lease"]
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. Your lease on the {{model}} runs until {{lease_end_on}}, and I don't want it to sneak up on you."
question = "Do you see yourself keeping it, handing it back, or driving something new?"
value = "Give me twenty minutes and I'll put all three side by side, mileage and wear included, before you decide."

[[touch]]
id = "loan-end"
label = "Loan is nearly paid"
from = "loan-end"
at = ["-365d", "-90d"]
closes = "30d"
kind = "sell"
priority = 65
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} at {{store}}. You're on the home stretch: the loan on the {{model}} runs until {{loan_end_on}}."
question = "Is the plan to enjoy it without a payment, or is something newer on your mind?"
value = "Either way it helps to know what it's worth today. I'll get you a real number, no strings."

# Leases have their own calls above. If your export does not say how a car was paid for, take the deal_types line out.
[[touch]]
id = "trade-cycle"
label = "Three years: time for a change?"
from = "sale"
at = ["36m"]
opens = "14d"
closes = "45d"
kind = "sell"
priority = 55
deal_types = ["cash", "finance"]
[touch.script]
opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. It's three years now since you drove the {{vehicle}} home."
question = "If you were choosing again today, what would you want more of, and what less?"
value = "Let me take a look at it, and you'll know what a change would really cost, and what staying put would."

# Somebody new looks after them: given by hand, or handed over by whoever left.

[[touch]]
id = "introduce"
label = "Introduce yourself: you look after them now"
from = "given"
at = ["1b"]
closes = "28d"
kind = "care"
priority = 78
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. {{former_owner}} looked after you until now; from here on it's me."
question = "Is there anything still open that I should take care of for you?"
value = "Put my number in your phone. Whatever it is, call me first and I'll find the right person for you."

# The first visit to the workshop, once a day is set for it (beback delivered, or a file of appointments).

[[touch]]
id = "first-service-confirm"
label = "First service: does the time still hold?"
from = "first-service"
at = ["-21d", "-2d"]
closes = "2d"
kind = "care"
priority = 83
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. Your {{vehicle}} is down for its first service on {{booked_on}}."
question = "Does that still suit you, or would another time be easier?"
value = "Ask for me when you get here: I'll come out to say hello and walk you over to the people who look after your car."

# What they told us they would like, once a car like it stands in the lot (beback wish, beback matches).

[[touch]]
id = "wish-match"
label = "A car they wish for is in the lot"
from = "wish"
at = ["0d"]
closes = "14d"
kind = "sell"
priority = 85
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. You told me what you would like to drive, and one like it is here."
question = "Are you still looking, and has anything changed in what it must have?"
value = "I'll send you what I know of it, and hold it for an hour of your choice, so that you see it before anybody else."

# They were about to leave us, and it was taken care of (beback case): did it stay right?

[[touch]]
id = "case-follow-up"
label = "After a recovery case: did it stay right?"
from = "case-closed"
at = ["1b"]
closes = "5d"
kind = "care"
priority = 89
rest = "0d"
[touch.script]
opener = "Hi {{first_name}}, it's {{salesperson}} at {{store}}. I'm calling about what went wrong, and only about that."
question = "Is it right now, and is there anything we said we would do that is still open?"
value = "If anything about it comes up again, call me first: you won't have to explain it to anybody twice."

# One more, for stores that import appointments: take the # away to use it.
#
# [[touch]]
# id = "appointment"
# label = "Service appointment coming up"
# from = "appointment"
# at = ["-2d"]
# closes = "1d"
# priority = 72
# [touch.script]
# opener = "Hi {{first_name}}, {{salesperson}} from {{store}}. You're in with us for service on {{service_on}}."
# question = "Does the time still work, and is there anything you want them to look at?"
# value = "Ask for me when you get here and I'll come and say hello."
`;

/**
 * The plan of a settings file, an object as TOML gives it; where it has no touches of its own, those shipped.
 * `undefined` (no settings file) gives the whole shipped plan.
 */
export function planOfSettings(
  settings: { readonly plan?: unknown; readonly touch?: unknown } | undefined,
  working: WorkingDays = USUAL_DAYS,
  workshop: Workshop = USUAL_WORKSHOP,
  caseClock: CaseClock = SHIPPED_CASE_CLOCK,
) {
  const shipped = parse(DEFAULT_PLAN_TOML);
  if (settings === undefined) return readPlan(shipped, working, workshop, caseClock);
  const plan = settings.plan === undefined ? {} : { plan: settings.plan };
  return readPlan({ ...plan, touch: settings.touch ?? shipped.touch }, working, workshop, caseClock);
}

/** The plan as shipped. */
export function defaultPlan(
  working: WorkingDays = USUAL_DAYS,
  workshop: Workshop = USUAL_WORKSHOP,
  caseClock: CaseClock = SHIPPED_CASE_CLOCK,
): Plan {
  const read = planOfSettings(undefined, working, workshop, caseClock);
  if ('plan' in read) return read.plan;
  throw new Error(`the shipped plan does not read: ${JSON.stringify(read.problems)}`);
}
