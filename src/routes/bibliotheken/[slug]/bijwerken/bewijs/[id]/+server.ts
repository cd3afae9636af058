import { serveEvidenceFile } from '#lib/server/work/evidence/evidence-page.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { RequestHandler } from './$types';

/** For who may write for the library alone. */
export const GET: RequestHandler = (event) =>
	serveEvidenceFile(event, libraryOfAddress, event.params.id);
