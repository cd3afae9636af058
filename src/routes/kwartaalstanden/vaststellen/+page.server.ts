import { fail, redirect } from '@sveltejs/kit';
import { FREEZE_FIELDS, readFreezeChoice } from '#lib/publish/edition/freeze-form.ts';
import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import { link } from '#lib/base/i18n/link.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireQuarterFreezer } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getSigningKey } from '#lib/server/publish/edition/app-key.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { refusalText } from '#lib/server/publish/edition/refusal-text.ts';
import { previewEdition } from '#lib/server/publish/edition/preview.ts';
import { findEdition, listEditions } from '#lib/server/publish/edition/queries.ts';
import { settleForecast } from '#lib/server/publish/edition/settle-forecast.ts';
import { freezeEdition } from '#lib/server/publish/edition/service.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Actions, PageServerLoad } from './$types';

/** The forecast of an edition knows what its other figures know. */
const datesOf = ({ quarter, knownOn }: { quarter: Quarter; knownOn: string }): ForecastDates => ({
	day: quarter.end,
	knownOn
});

/** For the programme manager: what would be frozen, to be confirmed. */
export const load: PageServerLoad = async ({ locals, url }) => {
	requireQuarterFreezer(locals);
	const db = getDb();
	const today = await readToday(db);
	const choice = readFreezeChoice(url.searchParams, today);
	const frozen = choice.quarter ? await findEdition(db, choice.quarter.end) : undefined;
	const preview = choice.errors || frozen ? null : await previewEdition(db, choice, url.origin);
	// Begun now, so that it is there when she agrees.
	if (preview && !choice.errors) {
		const { version } = await readDataState(db);
		getForecasts().find(datesOf(choice), today, version);
	}
	const editions = preview ? [] : await listEditions(db);
	const ends = new Set(editions.map(({ quarterEnd }) => quarterEnd));
	return {
		today,
		preview,
		quarter: choice.quarter,
		frozen: frozen !== undefined,
		// Who has not chosen yet has done nothing wrong.
		errors: (url.searchParams.has(FREEZE_FIELDS.quarter) && choice.errors) || {},
		typed: url.searchParams.get(FREEZE_FIELDS.knownOn) ?? today,
		open: endedQuarters(today).filter(({ end }) => !ends.has(end))
	};
};

export const actions: Actions = {
	freeze: async ({ locals, request, url }) => {
		const user = requireQuarterFreezer(locals);
		const db = getDb();
		const form = await readFormData(request);
		const today = await readToday(db);
		const choice = readFreezeChoice(form, today);
		if (choice.errors) return fail(400, { errors: choice.errors });
		const { quarter, knownOn } = choice;
		const seen = String(form.get(FREEZE_FIELDS.seen));
		const object = `edition ${quarter.code}`;
		const author = { id: user.id, organisation: user.organisation };
		const readForecast = (version: number) =>
			settleForecast(getForecasts(), datesOf(choice), today, version);
		const asked = { quarter, knownOn, seen, readForecast, origin: url.origin };
		const { refused } = await freezeEdition(db, author, asked, getSigningKey());
		if (refused) {
			logVisit(locals, { action: 'freeze_quarter', object, result: 'refused', detail: refused });
			return fail(409, { refused, problem: refusalText(refused) });
		}
		logVisit(locals, { action: 'freeze_quarter', object });
		redirect(303, link(`/kwartaalstanden/${quarter.code}`));
	}
};
