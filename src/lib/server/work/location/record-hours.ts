import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { WeekHours } from '#lib/network/opening-hours/hours.ts';
import { scheduleOf, type ExceptionValue } from '#lib/network/opening-hours/schedule.ts';
import { holdingOn, standingRows } from '#lib/network/trait/trait.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { sameWeek, type ExceptionForm, type WeekForm } from '#lib/work/location/hours-form.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { recordTraits, type TraitOutcome } from './record-traits.ts';

type Known<T, K extends keyof T> = { [P in keyof T]: P extends K ? NonNullable<T[P]> : T[P] };

/** Records the hours of a week from a day on; earlier ones are kept. */
export async function recordWeek(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	{ week, validFrom, note, basedOn }: Known<WeekForm, 'validFrom'>
): Promise<TraitOutcome> {
	return recordTraits(db, user, point, {
		...{ traits: ['hours'], basedOn, note, label: 'opening_hours' },
		decide: (said) => {
			const holds = holdingOn(standingRows(said, 'hours'), validFrom)?.value as
				WeekHours | undefined;
			return sameWeek(holds ?? null, week) ? [] : [{ trait: 'hours', value: week, validFrom }];
		}
	});
}

/** Records other hours on a day or in a period. Those of a colleague stay beside them. */
export async function recordException(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	{ name, from, until, hours, note }: Known<ExceptionForm, 'from'>
): Promise<TraitOutcome> {
	const value: ExceptionValue = { name, spells: hours };
	const last = until ?? from;
	return recordTraits(db, user, point, {
		// What stands beside each other cannot be in each other's way.
		...{ traits: ['exception'], basedOn: 'any', note, label: 'opening_exception' },
		decide: (said) => {
			const same = scheduleOf(said).exceptions.some(
				(one) =>
					one.from === from &&
					one.until === last &&
					one.name === name &&
					JSON.stringify(one.spells) === JSON.stringify(hours)
			);
			return same ? [] : [{ trait: 'exception', value, validFrom: from, validUntil: last }];
		}
	});
}
