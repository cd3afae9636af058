import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { statementText } from '#lib/ledger/change/sentence.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { requireWriteAccessToAll, settle, undoPosted } from '#lib/server/work/batch/post.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { readStepPlanForm } from '#lib/work/step-plan/read-form.ts';
import type { StepPlanState } from '#lib/work/step-plan/types.ts';
import { fieldName } from '#lib/work/week/field-name.ts';
import { recordStepPlan } from './record-step-plan.ts';

type Refused = ActionFailure<StepPlanState>;

/** Records every step that was chosen; what could not be recorded comes back as it was typed. */
export async function recordPlan(event: RequestEvent): Promise<Refused> {
	requireRole(event.locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const form = await readFormData(event.request);
	const lines = readStepPlanForm(form);
	const values = typedValues(form);
	const refuse = (message: string): Refused =>
		fail(400, { values, errors: { form: message }, conflicts: {}, recorded: 0, batchId: null });
	if (lines === null) return refuse(m.week_problem_unreadable());
	if (lines.length === 0) return refuse(m.step_plan_problem_nothing());
	const subjects = await listSubjects(db, lines, today);
	const user = requireWriteAccessToAll(event.locals, [...subjects.values()]);
	const recorded = await settle(recordStepPlan(db, user, lines, subjects, today));
	if ('message' in recorded) return refuse(recorded.message);
	const { batchId, outcomes } = recorded;
	const left = outcomes.filter(({ outcome }) => outcome !== 'recorded');
	if (left.length === 0) redirect(303, planLink(event, batchId));
	const done = new Set(outcomes.flatMap((one) => (one.outcome === 'recorded' ? [one.key] : [])));
	return fail(400, {
		// What was recorded is chosen no more: the next press would plan it again.
		values: Object.fromEntries(
			Object.entries(values).filter(([name]) => !done.has(name.slice(name.indexOf('.') + 1)))
		),
		errors: errorsOf(left),
		conflicts: Object.fromEntries(
			left.flatMap((one) => {
				if (one.outcome !== 'conflict') return [];
				const said = statementText(one.theirs, one.theirs.milestoneCode, getLocale());
				const subject = subjects.get(subjectKey(one.theirs.subject))!;
				const text = m.step_plan_conflict({ organisation: one.theirs.recordedFor, said });
				return [[one.key, `${subject.name}: ${text}`] as const];
			})
		),
		recorded: done.size,
		batchId
	});
}

/** Takes back a plan that was recorded, or one step of it. */
export const undoPlan = (event: RequestEvent): Promise<never> =>
	undoPosted(event, (batchId) => planLink(event, batchId));

/** The errors of all lines; of the reason and the note there is one for all of them. */
function errorsOf(left: readonly ActOutcome[]): Errors {
	const errors: Errors = {};
	for (const one of left) {
		if (one.outcome === 'conflict')
			errors[fieldName('targetOn', one.key)] = m.week_problem_conflict();
		if (one.outcome !== 'invalid') continue;
		for (const [field, message] of Object.entries(one.errors)) {
			const shared = field === 'reason' || field === 'note';
			errors[shared ? field : fieldName('targetOn', one.key)] ??= message;
		}
	}
	return errors;
}

/** The same page, with what was just recorded. */
function planLink({ url, params }: RequestEvent, batchId: number | null): string {
	const search = new URLSearchParams();
	const point = url.searchParams.get('locatie');
	if (point !== null) search.set('locatie', point);
	if (batchId !== null) search.set('zojuist', String(batchId));
	const page = link(`/bibliotheken/${params.slug!}/bijwerken/stappenplan`, search);
	return batchId === null ? page : `${page}#zojuist`;
}
