import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readDay } from '#lib/base/day/read-day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	readApplicationForm,
	readRoundForm,
	readRoundReason
} from '#lib/programme/selection-round/read-round-form.ts';
import { criteriaOf, type RoundEntry } from '#lib/programme/selection-round/selection-round.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireTimelineKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { findLibraryNamed } from '#lib/server/programme/selection-round/queries.ts';
import {
	changeRound,
	listApplications,
	listRoundEntries,
	recordApplication,
	type RoundChange,
	type RoundOutcome
} from '#lib/server/programme/selection-round/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ code: string }>;
type Given = (name: string) => string;

async function findEntries(code: string): Promise<[RoundEntry, ...RoundEntry[]]> {
	const [last, ...earlier] = await listRoundEntries(getDb(), code);
	return last ? [last, ...earlier] : error(404, m.round_unknown());
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireTimelineKeeper(locals);
	const [entries, applications] = await Promise.all([
		findEntries(params.code),
		listApplications(getDb(), params.code)
	]);
	const asked = url.searchParams.get('bibliotheek');
	return {
		...{ entries, applications, saved: url.searchParams.has('opgeslagen') },
		editing: applications.find(({ slug }) => slug === asked) ?? null
	};
};

const PROBLEMS = {
	undecided: m.round_problem_undecided,
	nobody: m.round_problem_nobody,
	too_many: m.round_problem_too_many
};

/** Why it was not recorded, in a sentence; null when it was. */
function refusal(done: RoundOutcome): { status: number; text: string } | null {
	if (done.outcome === 'recorded' || done.outcome === 'unchanged') return null;
	if (done.outcome === 'refused') return { status: 400, text: PROBLEMS[done.problem]() };
	if (done.outcome === 'not_open') return { status: 409, text: m.round_problem_not_open() };
	return { status: 409, text: m.round_problem_conflict() };
}

async function readGiven(request: Request) {
	const form = await readFormData(request);
	const given: Given = (name) => String(form.get(name) ?? '');
	return { given, values: typedValues(form), basedOn: readId(given('basedOn')) };
}

function saved({ locals, params }: Event, action: string): never {
	logVisit(locals, { action, object: `selection round ${params.code}` });
	redirect(303, link(`/beheer/rondes/${params.code}`, new URLSearchParams({ opgeslagen: '' })));
}

/** An action that tells the round anew; `change` says what, and adds what is wrong to `errors`. */
function changing(
	form: string,
	change: (
		given: Given,
		last: RoundEntry,
		errors: Errors
	) => Pick<RoundChange, 'said' | 'state' | 'decidedOn'>
) {
	return async (event: Event) => {
		const user = requireTimelineKeeper(event.locals);
		const { code } = event.params;
		const [last] = await findEntries(code);
		const { given, values, basedOn } = await readGiven(event.request);
		const errors: Errors = {};
		const changed = change(given, last, errors);
		const changeReason = readRoundReason(given, errors);
		if (Object.keys(errors).length > 0) return fail(400, { form, values, errors });
		const done = await changeRound(getDb(), authorOf(user), code, {
			...{ ...changed, changeReason, basedOn: basedOn ?? 0 }
		});
		const refused = refusal(done);
		if (refused) {
			return fail(refused.status, { form, values, errors: { changeReason: refused.text } });
		}
		return saved(event, `${form}_selection_round`);
	};
}

export const actions: Actions = {
	correct: changing('correct', (given, { state, decidedOn }, errors) => {
		const read = readRoundForm(given);
		if (read.errors) Object.assign(errors, read.errors);
		return { said: read.said ?? null, state, decidedOn };
	}),
	close: changing('close', (given, { closesOn }, errors) => {
		const decidedOn = readDay(given('decidedOn').trim());
		if (decidedOn === null) errors.decidedOn = m.round_problem_day();
		else if (decidedOn < closesOn) errors.decidedOn = m.round_problem_decided();
		return { said: null, state: 'closed', decidedOn };
	}),
	open: changing('open', () => ({ said: null, state: 'open', decidedOn: null })),
	withdraw: changing('withdraw', () => ({ said: null, state: 'withdrawn', decidedOn: null })),
	apply: async (event) => {
		const user = requireTimelineKeeper(event.locals);
		const { code } = event.params;
		const [last] = await findEntries(code);
		const { given, values, basedOn } = await readGiven(event.request);
		const db = getDb();
		const libraryId = await findLibraryNamed(db, given('library'), await readToday(db));
		const read = readApplicationForm(given, libraryId, criteriaOf(last).length);
		if (read.errors) return fail(400, { form: 'apply', values, errors: read.errors });
		const done = await recordApplication(db, authorOf(user), code, read.said, basedOn);
		const refused = refusal(done);
		if (refused) {
			return fail(refused.status, { form: 'apply', values, errors: { library: refused.text } });
		}
		return saved(event, 'record_selection_application');
	}
};
