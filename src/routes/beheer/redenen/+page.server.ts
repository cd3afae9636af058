import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireReasonManager } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listReasons } from '#lib/server/ledger/reason/queries.ts';
import { moveReason } from '#lib/server/ledger/reason/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireReasonManager(locals);
	return { reasons: await listReasons(getDb()) };
};

async function move({ locals, request }: RequestEvent, direction: 'up' | 'down') {
	const user = requireReasonManager(locals);
	const code = (await readFormData(request)).get('code');
	if (typeof code !== 'string') return;
	await getDb()
		.transaction()
		.execute((trx) => moveReason(trx, authorOf(user), code, direction));
	logVisit(locals, { action: `move_reason_${direction}`, object: `reason ${code}` });
}

export const actions: Actions = {
	up: (event) => move(event, 'up'),
	down: (event) => move(event, 'down')
};
