import { commentPage } from '#lib/server/work/comment/comment-page.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const page = commentPage<RequestEvent>(pointOfAddress);

export const load: PageServerLoad = page.load;
export const actions = page.actions;
