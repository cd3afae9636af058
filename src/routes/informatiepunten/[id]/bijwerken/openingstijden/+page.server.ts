import { fail } from '@sveltejs/kit';
import { readForm, typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readHoursPage } from '#lib/server/work/location/hours-page.ts';
import { finishTraits } from '#lib/server/work/location/finish-traits.ts';
import { recordException, recordWeek } from '#lib/server/work/location/record-hours.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { listPointStates } from '#lib/server/work/update/point-states.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import { HOURS_TRAITS } from '#lib/network/opening-hours/schedule.ts';
import {
	exceptionErrors,
	exceptionForm,
	weekErrors,
	weekForm
} from '#lib/work/location/hours-form.ts';
import { askDayAgain } from '#lib/work/update/ask-day-again.ts';
import { locationLink } from '#lib/work/location/links.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The point of the address and who may write for it; throws for everybody else. */
async function open(event: Pick<RequestEvent, 'params' | 'locals'>) {
	const today = await readToday(getDb());
	const point = await pointOfAddress(event, today);
	const user = requireWriteAccess(event.locals, point.library);
	return { today, point, user, finish: finishTraits(locationLink(point.id, 'openingstijden')) };
}

export const load: PageServerLoad = async (event) => {
	const { today, point, user } = await open(event);
	const [page, [state]] = await Promise.all([
		readHoursPage(getDb(), user, point),
		listPointStates(getDb(), [point], today)
	]);
	const shown = (name: string) => readId(event.url.searchParams.get(name));
	return {
		...page,
		...{ today, point, saved: shown('gelukt'), takenBack: shown('ingetrokken') },
		closedForGood: state?.operation === 'permanently_closed',
		draft: readDraft(event)
	};
};

export const actions: Actions = {
	week: async (event) => {
		const { today, point, user, finish } = await open(event);
		const form = await readFormData(event.request);
		const { data, values = typedValues(form), errors } = readForm(weekForm, form);
		const asked = askDayAgain(values, 'validFrom', today);
		const wrong = { ...(data ? weekErrors(data, today) : errors), ...asked?.errors };
		const { validFrom } = data ?? {};
		if (!data || !validFrom || Object.keys(wrong).length > 0) {
			return fail(400, { form: 'week' as const, values: asked?.values ?? values, errors: wrong });
		}
		const outcome = recordWeek(getDb(), user, point, { ...data, validFrom });
		return finish(outcome, 'week', values);
	},
	exception: async (event) => {
		const { today, point, user, finish } = await open(event);
		const form = await readFormData(event.request);
		const { data, values = typedValues(form), errors } = readForm(exceptionForm, form);
		const wrong = data ? exceptionErrors(data, today) : errors;
		const { from } = data ?? {};
		if (!data || !from || Object.keys(wrong).length > 0) {
			return fail(400, { form: 'exception' as const, values, errors: wrong });
		}
		return finish(recordException(getDb(), user, point, { ...data, from }), 'exception', values);
	},
	undo: async (event) => {
		const { point, user, finish } = await open(event);
		const form = await readFormData(event.request);
		const entry = readId(String(form.get('entry') ?? ''));
		return finish(undoTraits(getDb(), user, point, entry, HOURS_TRAITS), 'undo', {}, entry);
	}
};
