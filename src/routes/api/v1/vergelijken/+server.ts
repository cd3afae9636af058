import { compareFiles } from '#lib/figures/compare/figure-files.ts';
import { compareContext } from '#lib/figures/compare/texts.ts';
import { answerFigures } from '#lib/server/publish/api/answer-figures.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readComparisonOf } from '#lib/server/figures/compare/read-comparison.ts';
import type { RequestHandler } from './$types';

/** Public. Two situations beside each other, and every point that changed between them. */
export const GET: RequestHandler = (event) =>
	answerFigures(event, async (db, params) => {
		const { comparison, notices, supportInstitutes } = await readComparisonOf(db, params);
		return {
			notices,
			context: compareContext(comparison, supportInstitutes),
			figures: compareFiles.map(({ name, of }) => ({ name, ...of(comparison) }))
		};
	});

export const OPTIONS: RequestHandler = preflight;
