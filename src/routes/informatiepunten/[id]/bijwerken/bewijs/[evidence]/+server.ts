import { serveEvidenceFile } from '#lib/server/work/evidence/evidence-page.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { RequestHandler } from './$types';

/** For who may write for the library alone. */
export const GET: RequestHandler = (event) =>
	serveEvidenceFile(event, pointOfAddress, event.params.evidence);
