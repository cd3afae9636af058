import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readKnown } from '#lib/server/work/batch/read-known.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { valuesOf } from '#lib/work/workbook/row-values.ts';
import { writeStamp } from '#lib/work/workbook/stamp.ts';
import type { RowValues } from '#lib/work/workbook/types.ts';

/** A milestone as it stands, for a row of the workbook. */
export interface MilestoneRow extends RowValues {
	subject: WorkSubject;
	milestoneCode: string;
	firstPlanOn: Day | null;
	stamp: string;
}

/** Every milestone of these libraries and their locations, as they stand today. */
export async function readMilestoneRows(
	db: Kysely<DB>,
	libraries: readonly { id: number; name: string }[],
	points: readonly { id: number; libraryId: number }[],
	today: Day
): Promise<MilestoneRow[]> {
	const pointsOf = Map.groupBy(points, ({ libraryId }) => libraryId);
	const wanted = libraries.flatMap(({ id }) => [
		{ level: 'library' as const, id },
		...(pointsOf.get(id) ?? []).map((point) => ({
			level: 'information_point' as const,
			id: point.id
		}))
	]);
	const subjects = await listSubjects(db, wanted, today);
	const { events } = await readKnown(db, subjects);
	return wanted.flatMap(({ level, id }) => {
		const key = subjectKey({ level, id });
		const subject = subjects.get(key);
		if (!subject) return [];
		const own = events.get(key) ?? [];
		const byCode = Map.groupBy(own, ({ milestoneCode }) => milestoneCode);
		return milestonesOf(level).map((milestoneCode): MilestoneRow => {
			const situation = situationOf(byCode.get(milestoneCode) ?? [], milestoneCode, today);
			const basedOn = situation.lastEvent?.id ?? null;
			return {
				...{ subject, milestoneCode },
				firstPlanOn: situation.firstPlan?.targetOn ?? null,
				...valuesOf(situation),
				stamp: writeStamp({ subject: { level, id, milestoneCode }, basedOn })
			};
		});
	});
}
