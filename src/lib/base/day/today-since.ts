import { addDays, dayInAmsterdam, daysBetween, type Day } from './day.ts';

/**
 * What the `today` of a page has become in a tab that was left open since `madeAt`: as many midnights of
 * Amsterdam later. A demonstration, whose today stands still, only learns it from the server, which
 * judges every day that is sent; a clock that was set back changes nothing.
 */
export function todaySince(today: Day, madeAt: Date, now: Date): Day {
	const nights = daysBetween(dayInAmsterdam(madeAt), dayInAmsterdam(now));
	return nights > 0 ? addDays(today, nights) : today;
}
