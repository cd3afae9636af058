import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { Day } from '#lib/base/day/day.ts';
import { readForm, type Errors, type Values } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { thresholdForm } from '#lib/ledger/threshold/threshold-form.ts';
import type { Threshold } from '#lib/ledger/threshold/threshold.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireThresholdSetter } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	listThresholdChanges,
	readThreshold,
	setThreshold,
	type ThresholdChange
} from './threshold.ts';

/** What a page shows that sets a threshold. */
export interface ThresholdState {
	value: number;
	changes: ThresholdChange[];
}

/** What a threshold is on `today`, and who set it to what. For who may set it. */
export async function readThresholdState(name: Threshold, today: Day): Promise<ThresholdState> {
	const db = getDb();
	return {
		value: await readThreshold(db, name, today),
		changes: await listThresholdChanges(db, name)
	};
}

type Refused = ActionFailure<{ values: Values; errors: Errors }>;

/** The form action that sets the threshold and shows the page of it again: the programme manager's. */
export function saveThreshold(name: Threshold, path: '/beheer/bijhouden' | '/beheer/kosten') {
	return async ({ locals, request }: RequestEvent): Promise<Refused> => {
		const user = requireThresholdSetter(locals);
		const { data, values, errors } = readForm(thresholdForm(name), await readFormData(request));
		if (!data) return fail(400, { values, errors });
		await setThreshold(getDb(), user, name, data.value);
		logVisit(locals, { action: 'set_threshold', object: `threshold ${name}` });
		redirect(303, link(path, new URLSearchParams({ opgeslagen: '' })));
	};
}
