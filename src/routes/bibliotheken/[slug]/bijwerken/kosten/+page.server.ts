import { fail, redirect } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { COST_KINDS, costYears, mayBeSaid, sumOfAmounts } from '#lib/programme/cost/cost.ts';
import { costText, kindLabel } from '#lib/programme/cost/labels.ts';
import { readCostForm } from '#lib/programme/cost/read-cost-form.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listLibraryCosts, readLibraryCosts } from '#lib/server/programme/cost/queries.ts';
import { recordCosts } from '#lib/server/programme/cost/service.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

/** The year of the address, when something can be recorded of it; else the last that is over. */
function yearOf(params: URLSearchParams, today: string): number {
	const asked = Number(params.get('jaar'));
	return costYears(today).find((year) => year === asked) ?? Number(today.slice(0, 4)) - 1;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const db = getDb();
	const today = await readToday(db);
	const { library } = await libraryOfAddress({ params }, today);
	requireWriteAccess(locals, library);
	const year = yearOf(url.searchParams, today);
	const [costs, entries] = await Promise.all([
		readLibraryCosts(db, library.id, year),
		listLibraryCosts(db, library.id)
	]);
	const saved = url.searchParams.get('vastgelegd');
	return {
		library: { slug: library.slug, name: library.name },
		...{ year, years: costYears(today), costs, entries },
		kinds: COST_KINDS.filter((kind) => mayBeSaid(kind, year, today)),
		/** How many amounts were recorded just now; null when nothing was sent. */
		saved: saved === null ? null : (readId(saved) ?? 0)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const db = getDb();
		const today = await readToday(db);
		const { library } = await libraryOfAddress({ params }, today);
		const user = requireWriteAccess(locals, library);
		const values = typedValues(await readFormData(request));
		const year = Number(values.year);
		const { costs, errors } = readCostForm((name) => values[name] ?? '', year, today);
		if (!costs) return fail(400, { values, errors });
		const write = {
			libraryId: library.id,
			year,
			costs,
			basedOn: readId(values.basedOn ?? '') ?? 0
		};
		const result = await recordCosts(db, authorOf(user), write, today);
		if (result.outcome === 'no_year') {
			return fail(400, { values, errors: {}, told: m.cost_problem_no_year() });
		}
		if (result.outcome === 'conflict') {
			const now = COST_KINDS.map(
				(kind) => `${kindLabel(kind)}: ${costText(sumOfAmounts(result.now.costs[kind]))}`
			).join('; ');
			return fail(409, {
				values: { ...values, basedOn: String(result.now.basedOn) },
				errors: {},
				told: m.cost_conflict({ year: String(year), now })
			});
		}
		const saved = result.outcome === 'recorded' ? result.amounts : 0;
		const back = new URLSearchParams({ jaar: String(year), vastgelegd: String(saved) });
		redirect(303, link(`/bibliotheken/${library.slug}/bijwerken/kosten`, back));
	}
};
