import type { Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { COST_CATEGORIES, COST_KINDS, type CostCategory } from '#lib/programme/cost/cost.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from '../reference/insert-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { workdayBetween } from './calendar.ts';
import { authorOf } from './number-events.ts';
import { randomFor } from './random.ts';

/** What a usual library spends in a year, in euros (invented). */
const USUAL: Record<CostCategory, number> = {
	...{ personeel: 14_000, inrichting: 2_500, ict: 1_800, marketing: 900, scholing: 1_600 },
	overig: 700
};
const YEARS = [
	{ year: 2020, budget: ['2020-02-03', '2020-03-13'], actual: ['2021-02-01', '2021-04-30'] },
	{ year: 2021, budget: ['2021-01-11', '2021-03-12'], actual: ['2022-01-10', '2022-01-28'] }
] as const;

/** Writes the invented costs of a part of the libraries, as far as they were recorded by the end of `demoToday`. */
export async function insertCosts(
	trx: Transaction<DB>,
	{ libraries }: Pick<Reference, 'libraries'>,
	ids: ReferenceIds,
	demoToday: Day
): Promise<void> {
	const drafts = libraries
		.filter(({ activeFrom, activeTo }) => activeFrom <= '2020-01-01' && activeTo > '2022-02-01')
		.flatMap(({ slug, supportInstitute }) => {
			const random = randomFor(`costs:${slug}`);
			const size = 0.4 + 2.2 * random.next() ** 2;
			return YEARS.flatMap(({ year, budget, actual }) =>
				COST_KINDS.flatMap((kind) => {
					const [first, last] = kind === 'begroot' ? budget : actual;
					const recordedOn = workdayBetween(random, first, last);
					if (!random.chance(kind === 'begroot' ? 0.7 : 0.55)) return [];
					return COST_CATEGORIES.map((category) => ({
						...{ libraryId: ids.libraries.get(slug)!, year, kind, category, recordedOn },
						amountCents: Math.round(USUAL[category] * size * (0.7 + 0.6 * random.next())) * 100,
						...authorOf(supportInstitute)
					}));
				})
			);
		})
		.filter(({ recordedOn }) => recordedOn <= demoToday)
		.sort((a, b) => a.recordedOn.localeCompare(b.recordedOn));
	await insertRows(
		trx,
		'costEntry',
		drafts.map(({ recordedOn, ...row }) => ({ ...row, recordedAt: `${recordedOn}T11:30:00+01:00` }))
	);
}
