import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { mayInquire, mayLookAgain } from '#lib/access/account/permission.ts';
import { countComments } from '#lib/server/work/comment/queries.ts';
import { countEvidence } from '#lib/server/work/evidence/queries.ts';
import { findPointLook } from '#lib/server/work/second-look/looked.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import { workActions } from '#lib/server/work/update/work-actions.ts';
import { readWorkPage } from '#lib/server/work/update/work-page.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const db = getDb();
	const today = await readToday(db);
	const point = await pointOfAddress(event, today);
	const user = requireWriteAccess(event.locals, point.library);
	const page = await readWorkPage(db, user, point, today, {
		params: event.url.searchParams,
		draft: readDraft(event)
	});
	return {
		...page,
		evidence: await countEvidence(db, point),
		comments: await countComments(db, point),
		mayInquire: mayInquire(user),
		secondLook: await findPointLook(db, point.id, today),
		mayLookAgain: mayLookAgain(user)
	};
};

export const actions = workActions<RequestEvent>(pointOfAddress);
