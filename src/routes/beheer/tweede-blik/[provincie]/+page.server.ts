import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Day } from '#lib/base/day/day.ts';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireSecondLooker } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { findProvince } from '#lib/server/network/province/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	decideAboutProvince,
	listLookRules,
	type LookDecision
} from '#lib/server/work/second-look/rule.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { readReason, readRule } from '#lib/work/second-look/read-forms.ts';
import { askDayAgain } from '#lib/work/update/ask-day-again.ts';
import type { Actions, PageServerLoad } from './$types';

const provinceOf = async (slug: string) =>
	(await findProvince(getDb(), slug)) ?? error(404, m.second_look_unknown_province());

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireSecondLooker(locals);
	const db = getDb();
	const { code, name, slug } = await provinceOf(params.provincie);
	const rules = await listLookRules(db, code);
	return {
		...{ province: { name, slug }, rules, today: await readToday(db) },
		fromOn: rules[0]?.fromOn ?? null,
		saved: url.searchParams.has('opgeslagen')
	};
};

/** Of each kind of decision what its form says; the province is that of the page. */
type Said<Kind> = Kind extends LookDecision ? Omit<Kind, 'provinceCode'> : never;
type Read = Said<LookDecision> | { errors: Errors };

/** An action that reads its form as a decision about the province of the page, and records it. */
function deciding(kind: LookDecision['kind'], read: (form: FormData, today: Day) => Read) {
	return async ({ locals, params, request }: RequestEvent<{ provincie: string }>) => {
		const user = requireSecondLooker(locals);
		const db = getDb();
		const { code, slug } = await provinceOf(params.provincie);
		const form = await readFormData(request);
		const today = await readToday(db);
		const typed = typedValues(form);
		const decision = read(form, today);
		const asked = askDayAgain(typed, 'fromOn', today);
		if (asked || 'errors' in decision) {
			const errors: Errors = { ...('errors' in decision && decision.errors), ...asked?.errors };
			return fail(400, { kind, values: asked?.values ?? typed, errors });
		}
		await decideAboutProvince(db, authorOf(user), { ...decision, provinceCode: code });
		logVisit(locals, { action: `second_look_${kind}`, object: `province ${slug}` });
		redirect(303, link(`/beheer/tweede-blik/${slug}`, new URLSearchParams({ opgeslagen: '' })));
	};
}

export const actions: Actions = {
	ask: deciding('asked', (form, today) => {
		const read = readRule(form, today);
		return 'errors' in read ? read : { kind: 'asked', ...read };
	}),
	stop: deciding('not_asked', (form) => {
		const read = readReason(form);
		return 'errors' in read ? read : { kind: 'not_asked', ...read };
	})
};
