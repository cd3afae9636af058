import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import { workActions } from '#lib/server/work/update/work-actions.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { readWorkPage } from '#lib/server/work/update/work-page.ts';
import type { PageServerLoad, RequestEvent } from './$types';

async function getPoint(event: { params: { id: string } }, today: string) {
	const id = readId(event.params.id);
	const point = id === null ? undefined : await findWorkPoint(getDb(), id, today);
	return point ?? error(404, m.update_unknown_point());
}

export const load: PageServerLoad = async (event) => {
	const db = getDb();
	const today = await readToday(db);
	const point = await getPoint(event, today);
	const user = requireWriteAccess(event.locals, point.library);
	return readWorkPage(db, user, point, today, {
		params: event.url.searchParams,
		draft: readDraft(event)
	});
};

export const actions = workActions<RequestEvent>(getPoint);
