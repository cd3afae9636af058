import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { hasEnded, parseQuarter, type Quarter } from '#lib/base/as-of/quarter.ts';
import type { Day } from '#lib/base/day/day.ts';
import { typedValues } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { readException, readReason } from '#lib/ledger/quarter-lock/read-decision.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireQuarterLocker } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import {
	decideAboutQuarter,
	listLockEntries,
	listRecorders,
	lockedQuarters,
	type LockDecision
} from '#lib/server/ledger/quarter-lock/quarter-lock.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

/** The quarter of an address; 404 for what is none, or is not over. */
function findQuarter(code: string, today: Day): Quarter {
	const quarter = parseQuarter(code);
	if (!quarter || !hasEnded(quarter, today)) error(404, m.quarter_lock_unknown());
	return quarter;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireQuarterLocker(locals);
	const db = getDb();
	const today = await readToday(db);
	const quarter = findQuarter(params.kwartaal, today);
	const lock = (await lockedQuarters(db).execute()).find(({ end }) => end === quarter.end);
	const entries = await listLockEntries(db, quarter.end);
	return {
		...{ quarter, today, entries, recorders: await listRecorders(db) },
		locked: lock !== undefined,
		exceptions: (lock?.exceptions ?? [])
			.filter(({ until }) => today <= until)
			.map((one) => ({
				...one,
				name: entries.find(({ userId }) => userId === one.userId)?.userName ?? ''
			})),
		saved: url.searchParams.has('opgeslagen')
	};
};

/** Of each kind of decision what its form says; the quarter is that of the page. */
type Said<Kind> = Kind extends LockDecision ? Omit<Kind, 'quarterEnd'> : never;
type Read = Said<LockDecision> | { errors: Record<string, string> };

/** An action that reads its form as a decision about the quarter of the page, and records it. */
function deciding(read: (form: FormData, today: Day) => Read | Promise<Read>) {
	return async ({ locals, params, request }: RequestEvent<{ kwartaal: string }>) => {
		const user = requireQuarterLocker(locals);
		const db = getDb();
		const today = await readToday(db);
		const quarter = findQuarter(params.kwartaal, today);
		const form = await readFormData(request);
		const decision = await read(form, today);
		if ('errors' in decision) {
			return fail(400, { values: typedValues(form), errors: decision.errors });
		}
		const { kind } = decision;
		await decideAboutQuarter(db, authorOf(user), { ...decision, quarterEnd: quarter.end });
		logVisit(locals, { action: `quarter_${kind}`, object: `quarter ${quarter.code}` });
		redirect(
			303,
			link(`/beheer/kwartalen/${quarter.code}`, new URLSearchParams({ opgeslagen: '' }))
		);
	};
}

const withReason = (kind: 'locked' | 'unlocked') => (form: FormData) => {
	const read = readReason(form);
	return 'errors' in read ? read : { kind, ...read };
};

export const actions: Actions = {
	lock: deciding(withReason('locked')),
	unlock: deciding(withReason('unlocked')),
	except: deciding(async (form, today) => {
		const read = readException(form, await listRecorders(getDb()), today);
		return 'errors' in read ? read : { kind: 'excepted', ...read };
	}),
	end: deciding((form) => {
		const userId = String(form.get('userId') ?? '');
		return { kind: 'exception_ended', userId, reason: m.quarter_lock_ended_early() };
	})
};
