import { redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readCompleteness } from '#lib/server/work/location/read-completeness.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import {
	completenessParams,
	parseCompletenessParams
} from '#lib/work/location/completeness-params.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const { list, withoutPlace } = parseCompletenessParams(url.searchParams);
	const { params, ignored, supportInstituteId, institutes, scope } = await readScope(
		db,
		user,
		list,
		today
	);
	const { poi, province, library, page } = params;
	const asked = { poi, province, library, withoutPlace, page };
	const read = await readCompleteness(
		db,
		{ supportInstituteId, province, library },
		{ withoutPlace, page },
		today
	);
	if (page > read.pageCount) {
		const last = completenessParams({ ...asked, page: read.pageCount });
		redirect(303, link('/mijn-bibliotheken/locaties', last));
	}
	return { ...read, params: asked, ignored, institutes, scope };
};
