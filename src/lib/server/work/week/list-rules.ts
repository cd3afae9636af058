import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Rules } from '#lib/server/work/update/queries.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';

/** What the templates of these subjects lay down, by the id of the template, in one question. */
export async function listRules(
	db: Kysely<DB>,
	subjects: readonly Pick<WorkSubject, 'templateId'>[]
): Promise<Map<number, Rules>> {
	const templateIds = [...new Set(subjects.map(({ templateId }) => templateId))];
	if (templateIds.length === 0) return new Map();
	const steps = db
		.selectFrom('milestoneTemplateStep as step')
		.innerJoin('milestone', 'milestone.code', 'step.milestoneCode')
		.select([
			'step.templateId',
			'step.milestoneCode',
			'step.dependsOn',
			'step.notApplicableAllowed'
		])
		.where('step.templateId', 'in', templateIds)
		.orderBy('milestone.position');
	const reasons = db
		.selectFrom('reason')
		.select(['code', 'labelNl', 'labelEn', 'active'])
		.orderBy('position')
		.orderBy('code');
	const read = await db
		.selectNoFrom([jsonArrayFrom(steps).as('steps'), jsonArrayFrom(reasons).as('reasons')])
		.executeTakeFirstOrThrow();
	return new Map(
		templateIds.map((templateId) => [
			templateId,
			{
				steps: read.steps.filter((step) => step.templateId === templateId),
				reasons: read.reasons
			}
		])
	);
}
