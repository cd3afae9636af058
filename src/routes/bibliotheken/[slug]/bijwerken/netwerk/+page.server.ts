import { error, fail, redirect } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { partnerText } from '#lib/programme/partner/labels.ts';
import { readPartnerForm } from '#lib/programme/partner/read-partner-form.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	findPartner,
	listPartnerEntries,
	listPartners
} from '#lib/server/programme/partner/queries.ts';
import { recordPartner } from '#lib/server/programme/partner/service.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { askDayAgain } from '#lib/work/update/ask-day-again.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const db = getDb();
	const today = await readToday(db);
	const { library } = await libraryOfAddress({ params }, today);
	requireWriteAccess(locals, library);
	const asked = readId(url.searchParams.get('partner'));
	const [partners, entries] = await Promise.all([
		listPartners(db, library.id),
		listPartnerEntries(db, library.id)
	]);
	const open = asked === null ? null : await findPartner(db, library.id, asked);
	if (open === undefined) error(404, m.partner_unknown());
	return {
		library: { slug: library.slug, name: library.name },
		...{ partners, entries, open, today },
		saved: url.searchParams.has('vastgelegd')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const db = getDb();
		const today = await readToday(db);
		const { library } = await libraryOfAddress({ params }, today);
		const user = requireWriteAccess(locals, library);
		const typed = typedValues(await readFormData(request));
		const asked = askDayAgain(typed, 'stageSince', today);
		const values = asked?.values ?? typed;
		const { said, errors } = readPartnerForm((name) => values[name] ?? '', today);
		if (!said || asked) return fail(400, { values, errors: { ...errors, ...asked?.errors } });
		const partnerId = readId(values.partner ?? '');
		const basedOn = readId(values.basedOn ?? '');
		const result = await recordPartner(db, user, {
			libraryId: library.id,
			...{ partnerId, basedOn, said }
		});
		if (result.outcome === 'unknown') error(404, m.partner_unknown());
		if (result.outcome === 'double') {
			return fail(400, { values, errors: { name: m.partner_problem_double() } });
		}
		if (result.outcome === 'conflict') {
			const now = partnerText(result.now, getLocale());
			return fail(409, {
				values: { ...values, basedOn: String(result.now.entryId) },
				errors: {},
				told: m.partner_conflict({ now })
			});
		}
		const back = new URLSearchParams({ vastgelegd: '' });
		redirect(303, link(`/bibliotheken/${library.slug}/bijwerken/netwerk`, back));
	}
};
