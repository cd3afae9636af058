import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireRole, requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { constraintMessage } from '#lib/server/platform/db/constraint-message.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { Recorded } from './record-batch.ts';
import { undoBatch } from './undo-batch.ts';

/** Whoever may not write for one of these libraries records nothing at all. */
export function requireWriteAccessToAll(
	locals: App.Locals,
	subjects: readonly WorkSubject[]
): User {
	const users = subjects.map(({ library }) => requireWriteAccess(locals, library));
	return users[0] ?? error(404, m.update_unknown_library());
}

/** What was recorded, or the sentence of a constraint that was broken. */
export async function settle(
	recording: Promise<Recorded>
): Promise<Recorded | { message: string }> {
	try {
		return await recording;
	} catch (problem) {
		const message = constraintMessage(problem);
		if (message === undefined) throw problem;
		return { message };
	}
}

/** Takes back the batch that was posted, or one entry of it, and goes to `pathBack`. */
export async function undoPosted(
	event: RequestEvent,
	pathBack: (batchId: number) => string
): Promise<never> {
	const user = requireRole(event.locals, 'advisor', 'programme_manager');
	const db = getDb();
	const form = await readFormData(event.request);
	const batchId = readId(String(form.get('batch') ?? '')) ?? error(404, m.week_unknown_batch());
	const given = String(form.get('event') ?? '');
	const eventId = given === '' ? null : (readId(given) ?? error(404, m.week_unknown_batch()));
	const reply = String(form.get('reply') ?? '');
	const replyId = reply === '' ? null : (readId(reply) ?? error(404, m.week_unknown_batch()));
	const what = { batchId, eventId, replyId };
	const outcome = await undoBatch(db, user, what, await readToday(db));
	if (outcome.outcome === 'forbidden') error(403, m.update_refused_undo());
	if (outcome.outcome === 'locked') error(409, m.update_problem_quarter_locked());
	redirect(303, pathBack(batchId));
}
