import { sql, type Transaction } from 'kysely';
import { projectEvents, type SubjectEvent } from '#lib/server/ledger/event/project.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import type { ReferenceIds } from '../reference/insert-reference.ts';
import type { Story, StoryEvent } from './story.ts';

/**
 * Writes the story into a database that has the reference data, in the caller's transaction: points,
 * events with the moments they were recorded, their projection, and the cohorts.
 */
export async function insertStory(
	trx: Transaction<DB>,
	story: Story,
	ids: ReferenceIds
): Promise<void> {
	const pointIds = new Map(story.points.map(({ key, id }) => [key, id]));
	const subjectOf = ({ subject }: StoryEvent) =>
		'point' in subject
			? pointOf(pointIds.get(subject.point)!)
			: libraryOf(ids.libraries.get(subject.library)!);

	await insertPoints(trx, story, ids);
	await insertRows(
		trx,
		'event',
		story.events.map((event) => ({ ...subjectIds(subjectOf(event)), ...eventColumns(event) }))
	);
	const histories = story.events.map((event): SubjectEvent => ({
		...event,
		subject: subjectOf(event),
		openingForm: event.openingForm ?? null,
		reasonCode: event.reasonCode ?? null
	}));
	await insertRows(trx, 'milestoneState', projectEvents(histories));
	await setCohorts(trx, story);
	await sql`
		select setval(pg_get_serial_sequence('information_point', 'id'), coalesce(max(id), 0) + 1, false)
		from information_point`.execute(trx);
	await sql`
		select setval(pg_get_serial_sequence('event', 'id'), coalesce(max(id), 0) + 1, false)
		from event`.execute(trx);
}

async function insertPoints(trx: Transaction<DB>, story: Story, ids: ReferenceIds): Promise<void> {
	const firstEvents = new Map<string, StoryEvent>();
	for (const event of story.events) {
		if ('point' in event.subject && !firstEvents.has(event.subject.point)) {
			firstEvents.set(event.subject.point, event);
		}
	}
	await insertRows(
		trx,
		'informationPoint',
		story.points.map(({ key, template, periods: _, ...point }) => ({
			...point,
			templateId: ids.templates.get(template)!,
			createdAt: firstEvents.get(key)!.recordedAt,
			createdBy: firstEvents.get(key)!.recordedBy
		}))
	);
	await insertRows(
		trx,
		'informationPointPeriod',
		story.points.flatMap((point) =>
			point.periods.map(({ library, ...period }) => ({
				...period,
				informationPointId: point.id,
				libraryId: ids.libraries.get(library)!
			}))
		)
	);
}

/** All columns in every row, because the first row decides which are written. */
function eventColumns(event: StoryEvent) {
	return {
		id: event.id,
		milestoneCode: event.milestoneCode,
		kind: event.kind,
		effectiveOn: event.effectiveOn,
		targetOn: event.targetOn,
		openingForm: event.openingForm ?? null,
		datePrecision: event.datePrecision ?? 'day',
		reasonCode: event.reasonCode ?? null,
		note: event.note ?? null,
		noteVisibility: event.noteVisibility ?? 'internal',
		recordedAt: event.recordedAt,
		recordedBy: event.recordedBy,
		recordedFor: event.recordedFor,
		correctsEventId: event.correctsEventId,
		source: event.source ?? null,
		confidence: event.confidence
	};
}

async function setCohorts(trx: Transaction<DB>, story: Story): Promise<void> {
	const cohorts = JSON.stringify(Object.fromEntries(story.cohorts));
	await sql`
		update library set cohort = decided.value
		from json_each_text(${cohorts}::json) decided
		where decided.key = library.slug and library.cohort <> decided.value`.execute(trx);
}
