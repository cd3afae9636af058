import fc from 'fast-check';
import { sql, type Insertable, type Kysely } from 'kysely';
import { addDays, FOREVER, type Day } from '#lib/base/day/day.ts';
import type { EventKind } from '#lib/ledger/event/event.ts';
import { milestonesOf, OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';
import type { DB, Event } from '#lib/server/platform/db/schema.ts';
import { additionOf, anyAct } from './history.ts';
import { libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';

const OPERATION_KINDS: readonly EventKind[] = [
	'online_only',
	'temporarily_closed',
	'reopened',
	'permanently_closed'
];
const LOCATION_TYPES = ['vestiging', 'vestiging', 'servicepunt', 'buiten_bibliotheek'];
const AUTHOR = { recordedBy: 'test', recordedFor: 'Proef-POI' };

interface HistoryOf {
	subject: Subject;
	milestoneCode: string;
}

/** Histories are random, each by itself: also those in which a location closes before it opened. */
export async function allowImpossibleOrder(ownerDb: Kysely<DB>): Promise<void> {
	await sql`alter table event disable trigger event_closed_after_opening`.execute(ownerDb);
	await sql`alter table event disable trigger event_reopened_after_closing`.execute(ownerDb);
}

/**
 * Adds random points to the libraries and municipalities of the database, and random histories to
 * points and libraries (plans, openings, closures, corrections and undos over 2019–2021), the same
 * for the same `seed`. `ownerDb` connects as the owner of the tables.
 */
export async function insertRandomStory(
	ownerDb: Kysely<DB>,
	{ points, seed }: { points: number; seed: number }
): Promise<void> {
	await allowImpossibleOrder(ownerDb);
	let draw = seed;
	const sample = <T>(arbitrary: fc.Arbitrary<T>): T =>
		fc.sample(arbitrary, { seed: draw++, numRuns: 1 })[0]!;
	const pick = <T>(items: readonly T[]): T => items[sample(fc.nat({ max: items.length - 1 }))]!;

	const areas = await ownerDb
		.selectFrom('libraryMunicipality')
		.selectAll()
		.orderBy('libraryId')
		.orderBy('municipalityCode')
		.orderBy('validFrom')
		.execute();
	const template = await ownerDb
		.selectFrom('milestoneTemplate')
		.select('id')
		.executeTakeFirstOrThrow();
	const histories: HistoryOf[] = [];
	for (let n = 0; n < points; n++) {
		const point = await ownerDb
			.insertInto('informationPoint')
			.values({
				...{ name: `Punt ${n}`, town: `Plaats ${n % 7}`, lat: 52, lon: 5, templateId: template.id },
				...{ locationType: pick(LOCATION_TYPES), locationPrecision: 'town', createdBy: 'test' },
				...{ source: 'test', confidence: 'invented', invented: true }
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		let area = pick(areas.filter((row) => row.validFrom === '2019-01-01'));
		for (
			let from: Day = '2019-01-01';
			;
			from = area.validTo,
				area = pick(areas.filter((row) => row.validFrom <= from && from < row.validTo))
		) {
			const { libraryId, municipalityCode, validTo } = area;
			await ownerDb
				.insertInto('informationPointPeriod')
				.values({
					informationPointId: point.id,
					libraryId,
					municipalityCode,
					validFrom: from,
					validTo
				})
				.execute();
			if (validTo === FOREVER) break;
		}
		const codes = ['opening', 'opening', OPERATION, pick(milestonesOf('information_point'))];
		for (const milestoneCode of new Set(codes.slice(sample(fc.nat({ max: 1 }))))) {
			histories.push({ subject: pointOf(point.id), milestoneCode });
		}
	}
	for (const libraryId of new Set(areas.map((row) => row.libraryId))) {
		for (const code of new Set([
			pick(milestonesOf('library')),
			pick(milestonesOf('library')),
			'cursusaanbod'
		])) {
			histories.push({ subject: libraryOf(libraryId), milestoneCode: code });
		}
	}
	await insertHistories(ownerDb, histories, sample);
}

async function insertHistories(
	ownerDb: Kysely<DB>,
	histories: readonly HistoryOf[],
	sample: <T>(arbitrary: fc.Arbitrary<T>) => T
): Promise<void> {
	const last = await ownerDb
		.selectFrom('event')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	let id = last?.id ?? 0;
	const rows: Insertable<Event>[] = [];
	for (const of of histories) {
		const events: SubjectEvent[] = [];
		let recordedOn: Day = addDays('2019-02-01', sample(fc.nat({ max: 500 })));
		for (const act of sample(fc.array(anyAct, { minLength: 1, maxLength: 9 }))) {
			recordedOn = addDays(recordedOn, act.daysLater * 40);
			if (recordedOn > '2021-12-31') break;
			const kind = of.milestoneCode === OPERATION ? OPERATION_KINDS[act.pick % 4]! : act.kind;
			const spread = { ...act, kind, daysBack: act.daysBack * 30, daysAhead: act.daysAhead * 12 };
			const { corrects, ...values } = additionOf(events, spread, recordedOn);
			const recordedAt = `${recordedOn}T10:00:${String(events.length).padStart(2, '0')}.000000Z`;
			const correctsEventId = corrects?.id ?? null;
			events.push({
				...of,
				...values,
				id: ++id,
				recordedOn,
				recordedAt,
				correctsEventId,
				openingForm: null,
				reasonCode: null
			});
			const { milestoneCode } = of;
			rows.push({
				...subjectIds(of.subject),
				milestoneCode,
				...values,
				...AUTHOR,
				id,
				recordedAt,
				correctsEventId
			});
		}
	}
	await ownerDb.transaction().execute(async (trx) => {
		for (let start = 0; start < rows.length; start += 1_000) {
			await trx
				.insertInto('event')
				.values(rows.slice(start, start + 1_000))
				.execute();
		}
		await rebuildMilestoneState(trx);
		await sql`analyze event, milestone_state, information_point_state`.execute(trx);
	});
}
