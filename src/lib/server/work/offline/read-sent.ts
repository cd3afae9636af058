import { error } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { m } from '#lib/paraglide/messages.js';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { dayOfEntry, readKey, readMadeAt, SENT_FIELDS, type Sent } from '#lib/work/offline/sent.ts';
import { accountKey } from './account-key.ts';

/** What a form says of having waited in a browser. */
export interface Waited {
	madeAt: Date | null;
	/** What "today" was when it was made; today when it did not wait. */
	on: Day;
}

/**
 * When the form was made. 401 for one that waited for another account than the one that is signed in
 * now: an entry is recorded as its author's, or not at all.
 */
export async function readWaited(user: User, form: FormData, today: Day): Promise<Waited> {
	const account = form.get(SENT_FIELDS.account);
	if (account !== null && account !== accountKey(user.id).account) {
		error(401, m.offline_other_account());
	}
	const madeAt = readMadeAt(form.get(SENT_FIELDS.madeAt));
	if (madeAt === null) return { madeAt, on: today };
	const pageOn = readDay(String(form.get('madeOn') ?? ''));
	return { madeAt, on: dayOfEntry(await readToday(getDb(), madeAt), pageOn, today) };
}

/** The entry of a form with one, when its browser gave it a key. */
export function readSent(form: FormData, { madeAt }: Waited): Sent | null {
	const key = readKey(form.get(SENT_FIELDS.key));
	return key === null ? null : { key, madeAt };
}
