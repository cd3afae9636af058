import type { Transaction } from 'kysely';
import { PUBLIC_SOURCES } from '#lib/ledger/change/author.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from './insert-reference.ts';
import { knownOpenings } from './known-openings.ts';
import type { Reference } from './reference.ts';

/** Nobody's account: what is loaded has no other author than the loading itself. */
const LOADING = 'reference';

/**
 * Writes the points with a published opening, in the caller's transaction, and records their
 * openings now, as one batch that says that they were loaded. Answers how many there are.
 */
export async function insertOpenings(
	trx: Transaction<DB>,
	reference: Reference,
	ids: ReferenceIds
): Promise<number> {
	const openings = knownOpenings(reference);
	const templates = new Map(reference.libraries.map(({ slug, template }) => [slug, template]));
	const points = await trx
		.insertInto('informationPoint')
		.values(
			openings.map(({ name, town, lat, lon, locationPrecision, source, periods }) => ({
				...{ name, town, lat, lon, locationPrecision, source },
				locationType: 'vestiging',
				// That it is there is what the source says; each calls it a library or a desk in one.
				confidence: 'sourced',
				templateId: ids.templates.get(templates.get(periods[0]!.library)!)!,
				createdBy: LOADING
			}))
		)
		.returning('id')
		.execute();
	await insertRows(
		trx,
		'informationPointPeriod',
		openings.flatMap(({ periods }, at) =>
			periods.map(({ library, ...period }) => ({
				...period,
				informationPointId: points[at]!.id,
				libraryId: ids.libraries.get(library)!
			}))
		)
	);
	const createdAt = await takeRecordStamp(trx);
	const batch = await trx
		.insertInto('eventBatch')
		.values({ kind: 'seed', label: 'openings.csv', createdAt, createdBy: LOADING })
		.returning('id')
		.executeTakeFirstOrThrow();
	const events = openings.map(({ openedOn, precision, source, confidence }, at): NewEvent => ({
		...{ subject: pointOf(points[at]!.id), milestoneCode: 'opening', kind: 'achieved' },
		...{ effectiveOn: openedOn, datePrecision: precision, source, confidence }
	}));
	await appendEvents(trx, { id: LOADING, organisation: PUBLIC_SOURCES }, events, batch.id);
	return openings.length;
}
