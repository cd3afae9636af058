import type { Day } from '#lib/base/day/day.ts';

/** A quarter that is locked for entry, and who may record in it all the same. */
export interface QuarterLock {
	start: Day;
	end: Day;
	/** `until` is the last day on which that person may. */
	exceptions: readonly { userId: string; until: Day }[];
}

/** The days of a quarter, the last included. */
export type LockedDays = Pick<QuarterLock, 'start' | 'end'>;

/** The quarters of whose days this person may record nothing today. */
export function locksFor(locks: readonly QuarterLock[], userId: string, today: Day): LockedDays[] {
	return locks.filter(
		({ exceptions }) => !exceptions.some((one) => one.userId === userId && today <= one.until)
	);
}

/** Whether a day is in one of these quarters. */
export function isLocked(locks: readonly LockedDays[], day: Day): boolean {
	return locks.some(({ start, end }) => start <= day && day <= end);
}

/** What can be decided about a quarter that is over. */
export type LockKind = 'locked' | 'unlocked' | 'excepted' | 'exception_ended';

/** An exception is for a correction, not for ever: it ends within this many days. */
export const LONGEST_EXCEPTION_DAYS = 92;
export const LONGEST_REASON = 500;
