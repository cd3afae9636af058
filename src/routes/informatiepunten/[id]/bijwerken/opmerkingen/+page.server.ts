import { error } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { commentPage } from '#lib/server/work/comment/comment-page.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const page = commentPage<RequestEvent>(async ({ params }, today) => {
	const id = readId(params.id);
	const point = id === null ? undefined : await findWorkPoint(getDb(), id, today);
	return point ?? error(404, m.update_unknown_point());
});

export const load: PageServerLoad = page.load;
export const actions = page.actions;
