import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { readForm, readReadable, typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { historySentence, recordedText } from '#lib/ledger/change/sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listEntries } from '#lib/server/ledger/change/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { requireWriteAccessToAll, settle, undoPosted } from '#lib/server/work/batch/post.ts';
import { recordBatch } from '#lib/server/work/batch/record-batch.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { SHARED_FIELDS } from '#lib/work/grid/field-name.ts';
import { cellLabel } from '#lib/work/grid/labels.ts';
import { gridSearch, readGridParams } from '#lib/work/grid/params.ts';
import { readCells, type SentCell } from '#lib/work/grid/read-cells.ts';
import type { CellConflict, GridFormState } from '#lib/work/grid/types.ts';
import { problemText } from '#lib/work/update/problem-text.ts';
import { actForm } from '#lib/work/update/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { cellActs, type Shared } from './cell-acts.ts';

type Refused = ActionFailure<GridFormState>;

/** Records every cell that was changed; what could not be recorded comes back as it was filled in. */
export async function recordGrid(event: RequestEvent): Promise<Refused> {
	requireRole(event.locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const form = await readFormData(event.request);
	const { cells, unreadable } = readCells(form);
	const values = sharedTexts(form);
	const state = (rest: Partial<GridFormState>): Refused => fail(400, { ...EMPTY, values, ...rest });
	if (unreadable > 0) return state({ fieldErrors: { form: m.grid_problem_unreadable() } });
	if (cells.length === 0) return state({ fieldErrors: { form: m.grid_problem_nothing() } });
	const subjects = await listSubjects(db, cells, today);
	const user = requireWriteAccessToAll(event.locals, [...subjects.values()]);
	const { shared, errors } = readShared(form);
	const { params } = readGridParams(event.url.searchParams);
	const { acts, faults, settled } = await cellActs(
		...([db, params.lane, cells, subjects, shared, today] as const)
	);
	const told = acts.map((act) => ({ ...act, errors }));
	const origin = { kind: 'form', label: 'grid' } as const;
	const recorded = await settle(recordBatch(db, user, origin, told, subjects, today));
	if ('message' in recorded) return state({ fieldErrors: { form: recorded.message } });
	const { batchId, outcomes } = recorded;
	const left = outcomes.filter(({ outcome }) => outcome !== 'recorded');
	const chosen = cells.some(({ choice }) => choice !== null);
	if (acts.length === 0 && Object.keys(faults).length === 0 && !chosen) {
		return state({ fieldErrors: { form: m.grid_problem_nothing() } });
	}
	if (left.length === 0 && Object.keys(faults).length === 0) {
		redirect(303, gridLink(event.url, batchId));
	}
	const dealtWith = outcomes.filter(({ outcome }) => outcome === 'recorded');
	const open = new Set([...Object.keys(faults), ...left.map(({ key }) => key)]);
	return state({
		fieldErrors: fieldErrorsOf(left),
		texts: Object.fromEntries(
			cells.flatMap(({ key, text }) => (open.has(key) ? [[key, text]] : []))
		),
		errors: { ...faults, ...Object.fromEntries(left.map((one) => [one.key, faultOf(one)])) },
		labels: Object.fromEntries(
			cells.flatMap((cell) => (open.has(cell.key) ? [[cell.key, labelOf(cell, subjects)]] : []))
		),
		conflicts: await conflictsOf(user, left, cells, subjects),
		settled: [...settled, ...dealtWith.map(({ key }) => key)],
		pastAsked: left.some((one) => errorsOf(one).targetOn === problemText('long_past')),
		...{ recorded: dealtWith.length, batchId }
	});
}

export const undoGrid = (event: RequestEvent): Promise<never> =>
	undoPosted(event, (batchId) => gridLink(event.url, batchId));

const EMPTY: GridFormState = {
	...{ values: {}, fieldErrors: {}, texts: {}, errors: {}, labels: {}, conflicts: [], settled: [] },
	...{ pastAsked: false, recorded: 0, batchId: null }
};

function sharedTexts(form: FormData): Record<string, string> {
	const typed = typedValues(form);
	return Object.fromEntries(
		SHARED_FIELDS.flatMap((name) => (name in typed ? [[name, typed[name]!]] : []))
	);
}

function readShared(form: FormData): { shared: Shared; errors: Errors } {
	const own = new FormData();
	for (const [name, text] of Object.entries(sharedTexts(form))) own.set(name, text);
	const { data, errors = {} } = readForm(actForm, own);
	return { shared: data ?? { ...actForm.parse({}), ...readReadable(actForm, own) }, errors };
}

const errorsOf = (one: ActOutcome): Errors => (one.outcome === 'invalid' ? one.errors : {});

/** What is wrong beside the table, told once. */
function fieldErrorsOf(left: readonly ActOutcome[]): Errors {
	const errors: Errors = {};
	for (const one of left) {
		for (const name of ['reason', 'note', 'openingForm']) {
			const message = errorsOf(one)[name];
			if (message !== undefined) errors[name] ??= message;
		}
	}
	return errors;
}

function faultOf(one: ActOutcome): string {
	if (one.outcome === 'conflict') return m.grid_problem_conflict();
	return Object.values(errorsOf(one))[0] ?? '';
}

const labelOf = (cell: SentCell, subjects: ReadonlyMap<string, WorkSubject>) =>
	cellLabel(cell.milestoneCode, subjects.get(subjectKey(cell))?.name ?? '');

async function conflictsOf(
	user: User,
	left: readonly ActOutcome[],
	cells: readonly SentCell[],
	subjects: ReadonlyMap<string, WorkSubject>
): Promise<CellConflict[]> {
	const theirsIds = left.flatMap((one) => (one.outcome === 'conflict' ? [one.theirs.id] : []));
	const entries = new Map(
		(await listEntries(getDb(), user, theirsIds)).map((entry) => [entry.id, entry])
	);
	const byKey = new Map(cells.map((cell) => [cell.key, cell]));
	const locale = getLocale();
	return left.flatMap((one): CellConflict[] => {
		const entry = one.outcome === 'conflict' ? entries.get(one.theirs.id) : undefined;
		const cell = byKey.get(one.key)!;
		if (!entry) return [];
		return [
			{
				...{ key: one.key, label: labelOf(cell, subjects), mine: cell.text.trim() },
				theirs: `${historySentence(entry, { locale })} ${recordedText(entry, locale)}`,
				theirsId: entry.id
			}
		];
	});
}

/** The same table, with what was just recorded. */
function gridLink(url: URL, batchId: number | null): string {
	const search = gridSearch(readGridParams(url.searchParams).params);
	if (batchId === null) return link('/mijn-bibliotheken/tabel', search);
	search.set('zojuist', String(batchId));
	return `${link('/mijn-bibliotheken/tabel', search)}#zojuist`;
}
