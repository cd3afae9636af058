import type { Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from '../reference/insert-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { courseCounts } from './course-counts.ts';
import { authorOf } from './number-events.ts';

/** Writes the invented reports of courses that were recorded by the end of `demoToday`. */
export async function insertCourseCounts(
	trx: Transaction<DB>,
	{ libraries }: Pick<Reference, 'libraries'>,
	ids: ReferenceIds,
	demoToday: Day
): Promise<void> {
	const known = courseCounts(libraries).filter(({ recordedOn }) => recordedOn <= demoToday);
	await insertRows(
		trx,
		'courseCount',
		known.map(({ library, author, recordedOn, ...count }) => ({
			...count,
			libraryId: ids.libraries.get(library)!,
			source: 'opgave_bibliotheek',
			recordedAt: `${recordedOn}T11:00:00+01:00`,
			...authorOf(author)
		}))
	);
}
