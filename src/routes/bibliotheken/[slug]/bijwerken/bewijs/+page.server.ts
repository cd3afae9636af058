import { evidenceActions, loadEvidence } from '#lib/server/work/evidence/evidence-page.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => loadEvidence(event, libraryOfAddress);

export const actions = evidenceActions<RequestEvent>(libraryOfAddress);
