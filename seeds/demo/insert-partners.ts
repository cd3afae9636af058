import type { Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from '../reference/insert-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { authorOf } from './number-events.ts';
import { partnerDrafts } from './partners.ts';

/** Writes the invented partners, as far as they were recorded by the end of `demoToday`. */
export async function insertPartners(
	trx: Transaction<DB>,
	{ libraries }: Pick<Reference, 'libraries'>,
	ids: ReferenceIds,
	demoToday: Day
): Promise<void> {
	const known = partnerDrafts(libraries).filter(
		({ entries }) => entries[0]!.recordedOn <= demoToday
	);
	if (known.length === 0) return;
	const added = await trx
		.insertInto('partner')
		.values(known.map(({ library }) => ({ libraryId: ids.libraries.get(library)! })))
		.returning('id')
		.execute();
	const rows = known.flatMap(({ author, entries }, at) =>
		entries
			.filter(({ recordedOn }) => recordedOn <= demoToday)
			.map(({ said, recordedOn }) => ({
				...said,
				partnerId: added[at]!.id,
				recordedAt: `${recordedOn}T11:00:00+01:00`,
				...authorOf(author)
			}))
	);
	await insertRows(trx, 'partnerEntry', rows);
}
