import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { DUTIES, milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { libraryOf, pointOf, subjectKey } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readKnown, type Known } from '#lib/server/work/batch/read-known.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { listWorkPoints } from '#lib/server/work/update/queries.ts';
import { firstOpening, openingOf, planBack } from '#lib/work/step-plan/plan-back.ts';
import type { OpeningDay, StepGroup } from '#lib/work/step-plan/types.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { situationOf, type MilestoneSituation } from '#lib/work/update/situation.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { lineKey } from '#lib/work/update/line-key.ts';

/** What a step plan is asked for. */
export interface StepPlanAsked {
	libraryId: number;
	/** Only this location; else the library with all of its locations. */
	pointId: number | null;
	/** Counted back from this day where no opening is planned. */
	openingOn: Day | null;
}

/** The library first, then its locations by name; those that closed for good have nothing to plan. */
export async function readStepPlan(
	db: Kysely<DB>,
	{ libraryId, pointId, openingOn }: StepPlanAsked,
	today: Day
): Promise<StepGroup[]> {
	const points = await listWorkPoints(db, libraryId, today);
	const wanted = [libraryOf(libraryId), ...points.map(({ id }) => pointOf(id))];
	const known = await readKnown(db, await listSubjects(db, wanted, today));
	const subjects = wanted.flatMap((one) => known.subjects.get(subjectKey(one)) ?? []);
	const templates = await listTemplates(db, subjects);
	const asked: OpeningDay | null = openingOn === null ? null : { on: openingOn, said: 'asked' };
	const [library, ...locations] = subjects.filter(({ exists }) => exists);
	if (!library) return [];
	const openings = new Map(
		locations
			.filter((location) => !isClosedForGood(known, location, today))
			.map((location) => [
				location,
				openingOf(situationOf(eventsOf(known, location), 'opening', today)) ?? asked
			])
	);
	const of = (subject: WorkSubject, opening: OpeningDay | null): StepGroup => ({
		...{ level: subject.level, id: subject.id, name: subject.name, opening },
		key: subjectKey(subject).replace(' ', '-'),
		template: templates.get(subject.templateId)!,
		lines: opening ? linesOf(known, subject, library, opening, today) : []
	});
	const groups = [...openings].map(([location, opening]) => of(location, opening));
	if (pointId !== null) return groups.filter(({ id }) => id === pointId);
	return [of(library, firstOpening([...openings.values()]) ?? asked), ...groups];
}

const eventsOf = (known: Known, subject: WorkSubject) =>
	known.events.get(subjectKey(subject)) ?? [];

const isClosedForGood = (known: Known, point: WorkSubject, today: Day): boolean =>
	situationOf(eventsOf(known, point), OPERATION, today).status?.kind === 'permanently_closed';

function linesOf(
	known: Known,
	subject: WorkSubject,
	library: WorkSubject,
	opening: OpeningDay,
	today: Day
) {
	const { steps } = known.rules.get(subject.templateId)!;
	const isPoint = subject.level === 'information_point';
	const events = eventsOf(known, subject);
	const all = isPoint ? [...eventsOf(known, library), ...events] : events;
	const codes: string[] = [...milestonesOf(subject.level)];
	if (!isPoint) codes.push(...DUTIES.map(({ code }) => code));
	const standing = (list: readonly string[], of: typeof all) =>
		new Map<string, MilestoneSituation>(list.map((code) => [code, situationOf(of, code, today)]));
	const others = standing(
		steps.map(({ milestoneCode }) => milestoneCode),
		all
	);
	const keyOf = (milestoneCode: string) => lineKey({ ...subject, milestoneCode });
	return planBack({ steps, own: standing(codes, events), others, opening }, keyOf, today);
}

async function listTemplates(
	db: Kysely<DB>,
	subjects: readonly WorkSubject[]
): Promise<Map<number, StepGroup['template']>> {
	const ids = [...new Set(subjects.map(({ templateId }) => templateId))];
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('milestoneTemplate')
		.select(['id', 'profile', 'version'])
		.where('id', 'in', ids)
		.execute();
	return new Map(rows.map(({ id, ...template }) => [id, template]));
}
