import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { mayInquire } from '#lib/access/account/permission.ts';
import { countComments } from '#lib/server/work/comment/queries.ts';
import { countEvidence } from '#lib/server/work/evidence/queries.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { listWorkPoints } from '#lib/server/work/update/queries.ts';
import { listPointStates } from '#lib/server/work/update/point-states.ts';
import { workActions } from '#lib/server/work/update/work-actions.ts';
import { readWorkPage } from '#lib/server/work/update/work-page.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const db = getDb();
	const today = await readToday(db);
	const library = await libraryOfAddress(event, today);
	const user = requireWriteAccess(event.locals, library.library);
	const points = await listWorkPoints(db, library.library.id, today);
	return {
		...(await readWorkPage(db, user, library, today, {
			params: event.url.searchParams,
			draft: readDraft(event)
		})),
		evidence: await countEvidence(db, library),
		points: await listPointStates(db, points, today),
		comments: await countComments(db, library),
		mayInquire: mayInquire(user)
	};
};

export const actions = workActions<RequestEvent>(libraryOfAddress);
