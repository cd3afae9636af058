import { fail } from '@sveltejs/kit';
import { readForm, typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { CHANGED_HERE, readDetailsPage } from '#lib/server/work/location/details-page.ts';
import { finishTraits } from '#lib/server/work/location/finish-traits.ts';
import { recordDetails } from '#lib/server/work/location/record-details.ts';
import { recordSeat } from '#lib/server/work/location/record-seat.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import { readDetailsForm } from '#lib/work/location/details-form.ts';
import { seatForm } from '#lib/work/location/seat-form.ts';
import { askDayAgain } from '#lib/work/update/ask-day-again.ts';
import { locationLink } from '#lib/work/location/links.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The point of the address and who may write for it; throws for everybody else. */
async function open(event: Pick<RequestEvent, 'params' | 'locals'>) {
	const today = await readToday(getDb());
	const point = await pointOfAddress(event, today);
	const user = requireWriteAccess(event.locals, point.library);
	return { today, point, user, finish: finishTraits(locationLink(point.id, 'gegevens')) };
}

export const load: PageServerLoad = async (event) => {
	const { today, point, user } = await open(event);
	const shown = (name: string) => readId(event.url.searchParams.get(name));
	return {
		...(await readDetailsPage(getDb(), user, point, today)),
		...{ today, point, saved: shown('gelukt'), takenBack: shown('ingetrokken') },
		draft: readDraft(event)
	};
};

export const actions: Actions = {
	details: async (event) => {
		const { today, point, user, finish } = await open(event);
		const typed = typedValues(await readFormData(event.request));
		const asked = askDayAgain(typed, 'validFrom', today);
		const values = asked?.values ?? typed;
		const { form, errors } = readDetailsForm(values, today);
		if (!form || asked) {
			return fail(400, {
				form: 'details' as const,
				values,
				errors: { ...errors, ...asked?.errors }
			});
		}
		const outcome = await recordDetails(getDb(), user, point, form, today);
		if (outcome.outcome === 'invalid') {
			return fail(400, { form: 'details' as const, values, errors: outcome.errors });
		}
		if (outcome.outcome === 'elsewhere') {
			const coordinates = m.location_problem_elsewhere(outcome);
			return fail(400, {
				form: 'details' as const,
				values,
				errors: { coordinates },
				elsewhere: true
			});
		}
		return finish(outcome, 'details', values);
	},
	seat: async (event) => {
		const { today, point, user, finish } = await open(event);
		const form = await readFormData(event.request);
		const { data, values = typedValues(form), errors } = readForm(seatForm, form);
		if (!data) return fail(400, { form: 'seat' as const, values, errors });
		const outcome = await recordSeat(getDb(), user, point, data, today);
		if (outcome.outcome !== 'invalid') return finish(outcome, 'seat', values);
		return fail(400, { form: 'seat' as const, values, errors: outcome.errors });
	},
	undo: async (event) => {
		const { point, user, finish } = await open(event);
		const form = await readFormData(event.request);
		const entry = readId(String(form.get('entry') ?? ''));
		return finish(undoTraits(getDb(), user, point, entry, CHANGED_HERE), 'undo', {}, entry);
	}
};
