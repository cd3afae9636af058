import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { statementText } from '#lib/ledger/change/sentence.ts';
import type { Day } from '#lib/base/day/day.ts';
import {
	inOrder,
	readForm,
	readReadable,
	typedValues,
	type Errors,
	type Values
} from '#lib/base/form/read-form.ts';
import { lanesOf } from '#lib/ledger/event/event.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { findHistoryEntry } from '#lib/server/ledger/change/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readSent, readWaited, type Waited } from '#lib/server/work/offline/read-sent.ts';
import { constraintMessage } from '#lib/server/platform/db/constraint-message.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { logAction } from '#lib/server/platform/log/log.ts';
import { ACT_NAMES, ACTS, actOfKind, type Act } from '#lib/ledger/event/act.ts';
import { eventValuesOf, isOfAnotherDay } from '#lib/work/update/event-values.ts';
import { problemErrors, problemText } from '#lib/work/update/problem-text.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import { fieldOrder, type OpenForm, type WorkFormState } from '#lib/work/update/work-form.ts';
import { RECORDED_ANCHOR, workLink } from '#lib/work/update/work-links.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { checkAct, confirmRecord, recordAct, undoEntry, type Outcome } from './service.ts';
import { openPosted } from './open-form.ts';
import { readId } from '#lib/base/form/read-id.ts';

type Refused = ActionFailure<WorkFormState>;
type Handler<E extends RequestEvent> = (event: E) => Promise<Refused>;
/** Finds the subject of the address; throws 404 when there is none. */
type FindSubject<E extends RequestEvent> = (event: E, today: Day) => Promise<WorkSubject>;

interface Context {
	event: RequestEvent;
	user: User;
	subject: WorkSubject;
	today: Day;
	form: FormData;
	waited: Waited;
}

/**
 * The named form actions of a work sheet: one for each act, and `undo` and `confirm`. Each checks
 * permission first, and ends in a redirect to the sheet, or in the same form with what was typed.
 */
export function workActions<E extends RequestEvent>(
	findSubject: FindSubject<E>
): Record<Act | 'undo' | 'confirm', Handler<E>> {
	const withContext =
		(handle: (context: Context) => Promise<Refused>): Handler<E> =>
		async (event) => {
			const today = await readToday(getDb());
			const subject = await findSubject(event, today);
			const user = requireWriteAccess(event.locals, subject.library);
			const form = await readFormData(event.request);
			const waited = await readWaited(user, form, today);
			return handle({ event, user, subject, today, form, waited });
		};
	const acts = ACT_NAMES.map(
		(act) => [act, withContext((context) => handleAct(act, context))] as const
	);
	return {
		...(Object.fromEntries(acts) as Record<Act, Handler<E>>),
		undo: withContext(handleUndo),
		confirm: withContext(({ user, subject, form, waited }) => {
			const sent = readSent(form, waited);
			return finish(
				confirmRecord(getDb(), user, subject, waited.on, sent),
				{ user, subject },
				null
			);
		})
	};
}

async function handleAct(act: Act, context: Context): Promise<Refused> {
	const { user, subject, today, form, waited } = context;
	const typed = typedValues(form);
	const open = await openPosted(getDb(), act, typed, subject);
	const { data, errors } = readForm(actForm, form);
	const read = data ?? { ...actForm.parse({}), ...readReadable(actForm, form) };
	const renewed = isOfAnotherDay(read, waited.on);
	if (!data || renewed) {
		// All errors at once: also those of the fields that could be read.
		const found = problemErrors(await checkAct(getDb(), user, subject, act, read, today));
		// Asked once: the form that goes back is of today, so sending it again is an answer.
		const asked: Errors = renewed ? { effectiveOn: problemText('another_day') } : {};
		const values = renewed ? { ...typed, madeOn: today } : typed;
		return refuse(400, open && { ...open, values }, { ...asked, ...found, ...errors });
	}
	const sent = dated(act, data, waited.on, today);
	const mine = open && statementOfForm(open, sent, today);
	const outcome = recordAct(getDb(), user, subject, act, sent, today, readSent(form, waited));
	return finish(outcome, { user, subject }, open, mine);
}

/** With the day that "today" was when it was made, also for a form that left the day open. */
function dated(act: Act, values: ActValues, on: Day, today: Day): ActValues {
	const leftOpen = act !== 'correct' && values.effectiveOn === null && on !== today;
	return values.when === 'today' || leftOpen ? { ...values, effectiveOn: on } : values;
}

async function handleUndo({ event, user, subject, today, form }: Context): Promise<Refused> {
	const eventId = readId(String(form.get('event') ?? ''));
	const outcome = await undoEntry(getDb(), user, subject, eventId, today);
	if (outcome.outcome === 'forbidden') {
		logAction({
			action: 'undo_entry',
			object: `event ${eventId}`,
			result: 'refused',
			origin: event.locals.visit?.address ?? 'unknown',
			actor: user.id
		});
		error(403, m.update_refused_undo());
	}
	return finish(outcome, { user, subject }, null);
}

/** A redirect when it is recorded; else the form again, with what was typed. */
async function finish(
	recording: Outcome | Promise<Outcome>,
	{ user, subject }: Pick<Context, 'user' | 'subject'>,
	open: OpenForm | null,
	mine: string | null = null
): Promise<Refused> {
	const outcome = await settle(recording);
	if ('message' in outcome) return refuse(400, open, { form: outcome.message });
	if (outcome.outcome === 'recorded') {
		const told = new URLSearchParams({ gelukt: String(outcome.eventId) });
		redirect(303, `${workLink(subject, told)}#${RECORDED_ANCHOR}`);
	}
	if (outcome.outcome === 'conflict') return refuseConflict(outcome.theirs.id, user, open, mine);
	if (outcome.outcome === 'forbidden') error(403, m.update_refused_undo());
	return refuse(400, open, problemErrors(outcome.problems));
}

async function settle(
	recording: Outcome | Promise<Outcome>
): Promise<Outcome | { message: string }> {
	try {
		return await recording;
	} catch (problem) {
		const message = constraintMessage(problem);
		if (message === undefined) throw problem;
		return { message };
	}
}

function refuse(status: 400 | 409, open: OpenForm | null, errors: Errors): Refused {
	const told = open ? inOrder(errors, fieldOrder(open.plainAct)) : errors;
	return fail(status, { open, errors: told, conflict: null });
}

/** Both values, and the form made anew on what the colleague recorded: sending it is a choice. */
async function refuseConflict(
	theirsId: number,
	user: User,
	open: OpenForm | null,
	mine: string | null
): Promise<Refused> {
	const theirs = await findHistoryEntry(getDb(), user, theirsId);
	if (!theirs) throw new Error(`event ${theirsId} of a conflict cannot be read`);
	const renewed = open && renew(open, theirs.id, theirs.kind);
	return fail(409, { open: renewed, errors: {}, conflict: { theirs, mine } });
}

/** Where a colleague said the same kind of thing of a status, recording mine is putting hers right. */
function renew(open: OpenForm, theirsId: number, kind: Parameters<typeof lanesOf>[0]): OpenForm {
	const sameStatus = ACTS[open.plainAct].kind === kind && lanesOf(kind).includes('status');
	const replaces = sameStatus || open.act === 'correct';
	const correctable = replaces && actOfKind(kind) === open.plainAct;
	const values: Values = { ...open.values, basedOn: String(theirsId) };
	if (!correctable) return { ...open, act: open.plainAct, values };
	return { ...open, act: 'correct', values: { ...values, event: String(theirsId) } };
}

function statementOfForm({ plainAct }: OpenForm, values: ActValues, today: Day): string {
	const said = eventValuesOf(plainAct, values, today);
	if (plainAct === 'plan' || plainAct === 'forecast') {
		if (said.targetOn === null) return '';
	}
	return statementText(said, said.milestoneCode, getLocale());
}
