import { commentPage } from '#lib/server/work/comment/comment-page.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const page = commentPage<RequestEvent>(libraryOfAddress);

export const load: PageServerLoad = page.load;
export const actions = page.actions;
