import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { commentPage } from '#lib/server/work/comment/comment-page.ts';
import { findWorkLibrary } from '#lib/server/work/update/queries.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const page = commentPage<RequestEvent>(
	async ({ params }, today) =>
		(await findWorkLibrary(getDb(), params.slug, today)) ?? error(404, m.update_unknown_library())
);

export const load: PageServerLoad = page.load;
export const actions = page.actions;
