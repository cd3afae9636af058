import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { statementText } from '#lib/ledger/change/sentence.ts';
import type { Day } from '#lib/base/day/day.ts';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readWaited } from '#lib/server/work/offline/read-sent.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { requireWriteAccessToAll, settle, undoPosted } from '#lib/server/work/batch/post.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { rowLabel } from '#lib/work/update/labels.ts';
import { workLink } from '#lib/work/update/work-links.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import { libraryAnchor } from '#lib/work/update/work-list-place.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { fieldName } from '#lib/work/week/field-name.ts';
import { placeAfter } from '#lib/work/week/place-after.ts';
import { answeredOn, readLines, type ReadLine } from '#lib/work/week/read-lines.ts';
import type { LineConflict, WeekFormState } from '#lib/work/week/types.ts';
import { readScope } from './read-scope.ts';
import { recordAnswers } from './record-answers.ts';

type Refused = ActionFailure<WeekFormState>;

const LIST = '/mijn-bibliotheken';

/** Records everything that was answered; what could not be recorded comes back as it was typed. */
export async function recordWeek(event: RequestEvent): Promise<Refused> {
	requireRole(event.locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const form = await readFormData(event.request);
	const { lines: answered, unreadable } = readLines(form);
	const values = typedValues(form);
	if (unreadable > 0) return refuse(values, { form: m.week_problem_unreadable() });
	if (answered.length === 0) return refuse(values, { form: m.week_problem_nothing() });
	const subjects = await listSubjects(db, answered, today);
	const user = requireWriteAccessToAll(event.locals, [...subjects.values()]);
	const { on, madeAt } = await readWaited(user, form, today);
	const lines = on === today ? answered : answeredOn(answered, on);
	const recorded = await settle(recordAnswers(db, user, lines, subjects, today, madeAt));
	if ('message' in recorded) return refuse(values, { form: recorded.message });
	const { batchId, outcomes } = recorded;
	if (outcomes.every(({ outcome }) => outcome === 'recorded')) {
		const slugs = new Set([...subjects.values()].map(({ library }) => library.slug));
		const place = await findPlace(user, event.url, { form, answered: slugs }, today);
		redirect(303, listLink(event.url, batchId) + (place ? `#${libraryAnchor(place)}` : ''));
	}
	const byKey = new Map(lines.map((line) => [line.key, line]));
	const left = outcomes.filter(({ outcome }) => outcome !== 'recorded');
	event.locals.openLibraries = left.flatMap(
		({ key }) => subjects.get(subjectKey(byKey.get(key)!))?.library.id ?? []
	);
	return fail(400, {
		values: { ...values, madeOn: today },
		errors: Object.assign({}, ...left.map(errorsOf)) as Errors,
		conflicts: left.flatMap((one) => conflictOf(one, byKey, subjects)),
		recorded: outcomes.filter(({ outcome }) => outcome === 'recorded').map(({ key }) => key),
		batchId
	});
}

/** Takes back a batch, or one entry of it. */
export const undoWeek = (event: RequestEvent): Promise<never> =>
	undoPosted(event, (batchId) => listLink(event.url, batchId));

function refuse(values: WeekFormState['values'], errors: Errors): Refused {
	return fail(400, { values, errors, conflicts: [], recorded: [], batchId: null });
}

/** Where on the same list one goes on: the list may be shorter now. */
async function findPlace(
	user: User,
	{ searchParams }: URL,
	{ form, answered }: { form: FormData; answered: ReadonlySet<string> },
	today: Day
): Promise<string | null> {
	const db = getDb();
	const { params, supportInstituteId } = await readScope(
		db,
		user,
		parseWorkListParams(searchParams),
		today
	);
	const { libraries } = await readWorkList(db, { ...params, supportInstituteId }, today);
	return placeAfter(
		form.getAll('shown').map(String),
		answered,
		new Set(libraries.map(({ slug }) => slug))
	);
}

/** The same list, with what was just recorded. */
function listLink(url: URL, batchId: number | null): string {
	const params = new URLSearchParams(url.searchParams);
	for (const name of [...params.keys()]) if (name.startsWith('/')) params.delete(name);
	params.delete('zojuist');
	if (batchId !== null) params.set('zojuist', String(batchId));
	return link(LIST, params);
}

/** The errors of a line, by the names of its fields; those of the line as a whole stand at its answers. */
function errorsOf(outcome: ActOutcome): Errors {
	if (outcome.outcome === 'conflict') {
		return { [fieldName('answer', outcome.key)]: m.week_problem_conflict() };
	}
	if (outcome.outcome !== 'invalid') return {};
	return Object.fromEntries(
		Object.entries(outcome.errors).map(([field, message]) => [
			`${field === 'form' ? 'answer' : field}.${outcome.key}`,
			message
		])
	);
}

function conflictOf(
	outcome: ActOutcome,
	lines: ReadonlyMap<string, ReadLine>,
	subjects: ReadonlyMap<string, WorkSubject>
): LineConflict[] {
	if (outcome.outcome !== 'conflict') return [];
	const { key, theirs } = outcome;
	const subject = subjects.get(subjectKey(lines.get(key)!))!;
	const said = statementText(theirs, theirs.milestoneCode, getLocale());
	return [
		{
			key,
			theirsId: theirs.id,
			name: subject.name,
			theirs: m.week_conflict({
				what: rowLabel(theirs.milestoneCode),
				organisation: theirs.recordedFor,
				said
			}),
			href: `${workLink(subject)}#mijlpaal-${theirs.milestoneCode}`
		}
	];
}
