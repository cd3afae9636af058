import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { subjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { QuarterLock } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { pointOf, subjectKey } from '#lib/ledger/subject/subject.ts';
import { lockedQuarters } from '#lib/server/ledger/quarter-lock/quarter-lock.ts';
import { listSubjects } from './list-subjects.ts';
import type { TemplateStep, WorkSubject } from '#lib/work/update/work-subject.ts';

const libraryColumns = [
	'library.id',
	'library.slug',
	'library.name',
	'library.supportInstituteId'
] as const;

/** The library of a work sheet, by the slug in its address. */
export async function findWorkLibrary(
	db: Kysely<DB>,
	slug: string,
	today: Day
): Promise<WorkSubject | undefined> {
	const row = await db
		.selectFrom('library')
		.select([...libraryColumns, 'activeFrom', 'activeTo', 'templateId'])
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!row) return undefined;
	const { id, name, supportInstituteId, activeFrom, activeTo, templateId } = row;
	return {
		level: 'library',
		id,
		name,
		exists: activeFrom <= today && today < activeTo,
		startsOn: activeFrom,
		templateId,
		library: { id, slug: row.slug, name, supportInstituteId }
	};
}

/** The location of a work sheet, with the library that runs it today (or ran it last). */
export async function findWorkPoint(
	db: Kysely<DB>,
	id: number,
	today: Day
): Promise<WorkSubject | undefined> {
	const point = pointOf(id);
	return (await listSubjects(db, [point], today)).get(subjectKey(point));
}

export interface Reason {
	code: string;
	labelNl: string;
	labelEn: string;
	active: boolean;
}

/** What the template and the programme manager have laid down for a subject. */
export interface Rules {
	/** In the order of the milestones, duties last. */
	steps: TemplateStep[];
	/** In the order of the programme manager's list; inactive ones are for old entries. */
	reasons: Reason[];
	/** Quarters in which nothing is recorded any more, but for exceptions. */
	locks: QuarterLock[];
}

/** What the templates of these subjects lay down, by the id of the template. */
export async function listRules(
	db: Kysely<DB>,
	subjects: readonly Pick<WorkSubject, 'templateId'>[]
): Promise<Map<number, Rules>> {
	const templateIds = [...new Set(subjects.map(({ templateId }) => templateId))];
	if (templateIds.length === 0) return new Map();
	const read = await selectRules(db, templateIds).executeTakeFirstOrThrow();
	const stepsOf = Map.groupBy(read.steps, ({ templateId }) => templateId);
	return new Map(templateIds.map((id) => [id, { ...read, steps: stepsOf.get(id) ?? [] }]));
}

/** The rules of one subject. */
export async function readRules(db: Kysely<DB>, subject: WorkSubject): Promise<Rules> {
	return await selectRules(db, [subject.templateId]).executeTakeFirstOrThrow();
}

/**
 * The rules of one subject and all its events, in order of recording. In one question: every recording asks
 * it while all other writers wait.
 */
export async function readRecord(
	db: Kysely<DB>,
	subject: WorkSubject
): Promise<{ events: RecordedEvent[]; rules: Rules }> {
	const { events, ...rules } = await selectRules(db, [subject.templateId])
		.select(subjectEvents(subject).as('events'))
		.executeTakeFirstOrThrow();
	return { events, rules };
}

function selectRules(db: Kysely<DB>, templateIds: readonly number[]) {
	const steps = db
		.selectFrom('milestoneTemplateStep as step')
		.innerJoin('milestone', 'milestone.code', 'step.milestoneCode')
		.select(['step.templateId', 'step.milestoneCode', 'step.offsetWeeks', 'step.dependsOn'])
		.select('step.notApplicableAllowed')
		.where('step.templateId', 'in', templateIds)
		.orderBy('milestone.position');
	const reasons = db
		.selectFrom('reason')
		.select(['code', 'labelNl', 'labelEn', 'active'])
		.orderBy('position')
		.orderBy('code');
	return db.selectNoFrom([
		jsonArrayFrom(steps).as('steps'),
		jsonArrayFrom(reasons).as('reasons'),
		jsonArrayFrom(lockedQuarters(db)).as('locks')
	]);
}

/** The locations that a library runs today, by name. */
export async function listWorkPoints(
	db: Kysely<DB>,
	libraryId: number,
	today: Day
): Promise<{ id: number; name: string; town: string }[]> {
	return db
		.selectFrom('informationPointPeriod as period')
		.innerJoin('informationPoint as point', 'point.id', 'period.informationPointId')
		.select(['point.id', 'point.name', 'point.town'])
		.where('period.libraryId', '=', libraryId)
		.where('period.validFrom', '<=', today)
		.where('period.validTo', '>', today)
		.orderBy('point.name')
		.orderBy('point.id')
		.execute();
}

export interface WorkAreaMunicipality {
	code: string;
	name: string;
	lat: number;
	lon: number;
	validFrom: Day;
}

/** The municipalities that a library serves today, by name. */
export async function listWorkArea(
	db: Kysely<DB>,
	libraryId: number,
	today: Day
): Promise<WorkAreaMunicipality[]> {
	return db
		.selectFrom('libraryMunicipality as area')
		.innerJoin('municipality', 'municipality.code', 'area.municipalityCode')
		.select(['municipality.code', 'municipality.name', 'municipality.lat', 'municipality.lon'])
		.select('municipality.validFrom')
		.where('area.libraryId', '=', libraryId)
		.where('area.validFrom', '<=', today)
		.where('area.validTo', '>', today)
		.where('municipality.validTo', '>', today)
		.orderBy('municipality.name')
		.execute();
}

/** Makes every other writer wait until this transaction ends, so that what it reads stays true. */
export async function lockWriters(db: Kysely<DB>): Promise<void> {
	await sql`select from data_version for update`.execute(db);
}

/** The steps that at least one location of a library has behind it today. */
export async function listReachedAtPoints(
	db: Kysely<DB>,
	libraryId: number,
	today: Day
): Promise<string[]> {
	const { rows } = await sql<{ milestoneCode: string }>`
		select distinct state.milestone_code from information_point_period period
		join milestone_state state on state.information_point_id = period.information_point_id
		where period.library_id = ${libraryId} and period.valid_from <= ${today}
			and state.lane = 'status' and state.kind in ('achieved', 'not_applicable')
			and state.valid_from <= ${today} and ${today} < state.valid_to
			and state.known_from <= ${today} and ${today} < state.known_to`.execute(db);
	return rows.map(({ milestoneCode }) => milestoneCode);
}
