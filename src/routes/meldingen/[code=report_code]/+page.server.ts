import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { findReport } from '#lib/server/work/error-report/find-report.ts';
import { JUST_SENT } from '#lib/work/error-report/error-report.ts';
import type { PageServerLoad } from './$types';

/** For who has its address: nobody can guess it, and no search engine may keep it. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	setHeaders({
		'cache-control': 'no-store',
		'x-robots-tag': 'noindex',
		'referrer-policy': 'strict-origin'
	});
	const report = await findReport(getDb(), params.code);
	if (!report) error(404, m.error_report_unknown());
	return { report, isNew: url.searchParams.has(JUST_SENT) };
};
