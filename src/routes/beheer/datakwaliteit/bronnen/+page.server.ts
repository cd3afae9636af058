import { fail, redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireQualityKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	checkSource,
	countSources,
	listSources,
	SOURCE_VIEWS,
	undoCheck
} from '#lib/server/work/data-quality/sources.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PER_PAGE = 25;

const viewOf = (url: URL) =>
	SOURCE_VIEWS.find((one) => one === url.searchParams.get('toon')) ?? 'gaat-niet';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireQualityKeeper(locals);
	const db = getDb();
	const today = await readToday(db);
	const view = viewOf(url);
	const counts = await countSources(db, today);
	const pageCount = Math.max(1, Math.ceil(counts[view] / PER_PAGE));
	const page = Math.min(pageCount, readId(url.searchParams.get('pagina')) ?? 1);
	const sources = await listSources(db, { view, page, size: PER_PAGE }, today);
	const done = url.searchParams.get('gedaan');
	return {
		...{ sources, counts, view, page, pageCount },
		done: done === 'ja' || done === 'terug' ? done : null
	};
};

/** Back to the same part of the list, which says what was done. */
function goBack(url: URL, done: 'ja' | 'terug'): never {
	const back = new URLSearchParams({ toon: viewOf(url), gedaan: done });
	const page = readId(url.searchParams.get('pagina'));
	if (page !== null && page > 1) back.set('pagina', String(page));
	redirect(303, link('/beheer/datakwaliteit/bronnen', back));
}

async function check({ locals, request, url }: RequestEvent, verdict: 'works' | 'gone') {
	const user = requireQualityKeeper(locals);
	const address = String((await readFormData(request)).get('address') ?? '').slice(0, 2000);
	const db = getDb();
	const done = await checkSource(db, authorOf(user), address, verdict, await readToday(db));
	logVisit(locals, { action: `source_${verdict}`, object: `source ${address.slice(0, 200)}` });
	if (!done) return fail(409, { error: m.data_quality_changed() });
	goBack(url, 'ja');
}

export const actions: Actions = {
	works: (event) => check(event, 'works'),
	gone: (event) => check(event, 'gone'),
	undo: async ({ locals, request, url }) => {
		const user = requireQualityKeeper(locals);
		const id = readId(String((await readFormData(request)).get('id')));
		const done = id !== null && (await undoCheck(getDb(), authorOf(user), id));
		logVisit(locals, { action: 'undo_source_check', object: `check ${id}` });
		if (!done) return fail(409, { error: m.data_quality_changed() });
		goBack(url, 'terug');
	}
};
