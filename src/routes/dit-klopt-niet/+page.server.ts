import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { visitorOf } from '#lib/server/access/account/visitor.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { findReported } from '#lib/server/work/error-report/find-reported.ts';
import { codeOf, makeFormToken, readFormToken } from '#lib/server/work/error-report/form-token.ts';
import { reserveReport } from '#lib/server/work/error-report/report-limit.ts';
import { sendReport } from '#lib/server/work/error-report/send-report.ts';
import { ABOUT_PARAMETER, JUST_SENT } from '#lib/work/error-report/error-report.ts';
import { readReportForm } from '#lib/work/error-report/read-report-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What an address says that it is about; 404 for what is no page of ours. */
async function findAbout(path: string) {
	const db = getDb();
	const today = await readToday(db);
	const reported = await findReported(db, path, today);
	return { db, today, reported: reported ?? error(404, m.error_report_unknown_page()) };
}

/** Public. Each form is signed for itself, so the page is not kept. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const path = url.searchParams.get(ABOUT_PARAMETER) ?? '/';
	const { reported } = await findAbout(path);
	return { path, name: reported.name, token: makeFormToken(path, new Date()) };
};

const TOO_SOON_OR_OLD = {
	too_soon: m.error_report_problem_too_soon,
	old: m.error_report_problem_old,
	false: m.error_report_problem_old
};

export const actions: Actions = {
	// Public, without an account: the signed form, its time, the trap and the limits keep programs out.
	default: async (event) => {
		const form = await readFormData(event.request);
		const given = (name: string) => String(form.get(name) ?? '');
		const path = given('path');
		const { db, today, reported } = await findAbout(path);
		const { message, errors } = readReportForm(given);
		const token = readFormToken(given('token'), path, new Date());
		const isGood = !token.problem || token.problem === 'too_soon';
		const back = {
			values: { message },
			token: isGood ? given('token') : makeFormToken(path, new Date())
		};
		if (token.problem) errors.message ??= TOO_SOON_OR_OLD[token.problem]();
		if (token.form === undefined || Object.keys(errors).length > 0) {
			return fail(400, { ...back, errors });
		}
		const waitSeconds = await reserveReport(db, visitorOf(event).address);
		if (waitSeconds > 0) {
			event.setHeaders({ 'retry-after': String(waitSeconds) });
			const often = m.error_report_problem_often({ minutes: Math.ceil(waitSeconds / 60) });
			return fail(429, { ...back, errors: { message: often } });
		}
		const code = codeOf(token.form);
		const report = { form: token.form, code, message, locale: getLocale() };
		// Gone back to, changed and sent again: the first report is not the second one.
		if ((await sendReport(db, reported, report, today)) === 'other') {
			const again = { ...back, token: makeFormToken(path, new Date()) };
			return fail(409, { ...again, errors: { message: m.error_report_problem_sent() } });
		}
		redirect(303, link(`/meldingen/${code}`, new URLSearchParams({ [JUST_SENT]: '' })));
	}
};
