import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { saidOf, type EventSaid } from '#lib/programme/programme-event/programme-event.ts';
import { readChangeReason, readEventForm } from '#lib/programme/programme-event/read-event-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireTimelineKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	changeProgrammeEvent,
	listEventEntries,
	type EventEntry
} from '#lib/server/programme/programme-event/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was told of the event of an address, the last first; 404 for none. */
async function findEntries(code: string): Promise<[EventEntry, ...EventEntry[]]> {
	const [last, ...earlier] = await listEventEntries(getDb(), code);
	return last ? [last, ...earlier] : error(404, m.timeline_unknown());
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireTimelineKeeper(locals);
	return {
		entries: await findEntries(params.code),
		saved: url.searchParams.has('opgeslagen')
	};
};

type Given = (name: string) => string;
type Read = { said: EventSaid; errors: Errors } | { said?: never; errors: Errors };

/** An action that tells the event of the page anew, or withdraws it. */
function changing(withdrawn: boolean, read: (given: Given, last: EventEntry) => Read) {
	return async ({ locals, params, request }: RequestEvent<{ code: string }>) => {
		const user = requireTimelineKeeper(locals);
		const [last] = await findEntries(params.code);
		const form = await readFormData(request);
		const given: Given = (name) => String(form.get(name) ?? '');
		const { said, errors } = read(given, last);
		const changeReason = readChangeReason(given, errors);
		const typed = { values: typedValues(form), withdrawing: withdrawn };
		if (!said || changeReason === null || Object.keys(errors).length > 0) {
			return fail(400, { ...typed, errors, conflict: false });
		}
		const basedOn = readId(given('basedOn')) ?? 0;
		const change = { said, withdrawn, changeReason, basedOn };
		const changed = await changeProgrammeEvent(getDb(), authorOf(user), params.code, change);
		if (changed.outcome === 'conflict') {
			return fail(409, { ...typed, errors, conflict: true });
		}
		const action = withdrawn ? 'withdraw_programme_event' : 'correct_programme_event';
		logVisit(locals, { action, object: `programme event ${params.code}` });
		redirect(303, link(`/beheer/tijdlijn/${params.code}`, new URLSearchParams({ opgeslagen: '' })));
	};
}

export const actions: Actions = {
	correct: changing(false, (given) => {
		const read = readEventForm(given);
		return read.said ? { said: read.said, errors: {} } : { errors: read.errors };
	}),
	withdraw: changing(true, (_, last) => ({ said: saidOf(last), errors: {} }))
};
