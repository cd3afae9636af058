import type { Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from '../reference/insert-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { authorOf } from './number-events.ts';
import { toolkitDrafts } from './toolkit.ts';

/** Writes what the demo invents of the toolkit, as far as it was recorded by the end of `demoToday`. */
export async function insertToolkit(
	trx: Transaction<DB>,
	{ libraries }: Pick<Reference, 'libraries'>,
	ids: ReferenceIds,
	demoToday: Day
): Promise<void> {
	const known = toolkitDrafts(libraries)
		.filter(({ onDay }) => onDay <= demoToday)
		.sort((a, b) => a.onDay.localeCompare(b.onDay));
	await insertRows(
		trx,
		'toolkitEntry',
		known.map(({ library, author, ...said }) => ({
			...said,
			libraryId: ids.libraries.get(library)!,
			recordedAt: `${said.onDay}T11:00:00+01:00`,
			...authorOf(author)
		}))
	);
}
