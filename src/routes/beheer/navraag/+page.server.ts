import { redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readInquiries } from '#lib/server/work/inquiry/read-inquiries.ts';
import { withdrawInquiries } from '#lib/server/work/inquiry/withdraw.ts';
import { inquiryState, INQUIRY_STATES } from '#lib/work/inquiry/inquiry.ts';
import type { Actions, PageServerLoad } from './$types';

const PER_PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	requireInquirer(locals);
	const read = await readInquiries(getDb(), url.searchParams);
	const { rows, countedTo } = read.inquiries;
	const asked = url.searchParams.get('staat');
	const state = INQUIRY_STATES.find((one) => one === asked) ?? null;
	const listed = rows.filter((row) => {
		const own = inquiryState(row, countedTo);
		return own !== null && (state === null || own === state);
	});
	const pageCount = Math.max(1, Math.ceil(listed.length / PER_PAGE));
	const page = Math.min(pageCount, readId(url.searchParams.get('pagina')) ?? 1);
	return {
		...read,
		notices: read.notices.map(noticeText),
		...{ state, page, pageCount, total: listed.length },
		listed: listed.slice((page - 1) * PER_PAGE, page * PER_PAGE),
		justAsked: readId(url.searchParams.get('gevraagd')),
		justWithdrawn: url.searchParams.get('ingetrokken')
	};
};

export const actions: Actions = {
	withdraw: async ({ locals, request, url }) => {
		const user = requireInquirer(locals);
		const ids = (await readFormData(request))
			.getAll('id')
			.flatMap((id) => readId(String(id)) ?? []);
		const count = await withdrawInquiries(getDb(), user, ids);
		logVisit(locals, { action: 'withdraw', object: `inquiries ${ids.join(' ')}` });
		const back = new URLSearchParams(url.searchParams);
		for (const name of [...back.keys()]) if (name.startsWith('/')) back.delete(name);
		back.delete('gevraagd');
		back.set('ingetrokken', String(count));
		redirect(303, link('/beheer/navraag', back));
	}
};
