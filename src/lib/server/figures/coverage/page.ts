import { coverageAnswer, toCoverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { coverageFiles } from '#lib/figures/coverage/coverage-files.ts';
import { parseCoverage, type CoverageQuery } from '#lib/figures/coverage/coverage-query.ts';
import { fileContext } from '#lib/figures/coverage/coverage-texts.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import { readCoverage, type ReadCoverage } from './read-coverage.ts';

/** The coverage of the country, also with places that are only supposed open. */
export const coveragePage = definePage<CoverageQuery, ReadCoverage>({
	path: '/dekking',
	ask: ({ params, notices }) => parseCoverage(params, notices),
	read: readCoverage,
	context: ({ coverage, supportInstitutes }) => fileContext(coverage, supportInstitutes),
	files: coverageFiles.map(({ name, of }) => ({ name, of: ({ coverage }) => of(coverage) })),
	fileName: (name, day, { coverage }) =>
		`ido-dekking-${coverage.whatIf ? 'wat-als-' : ''}${name}-${day}`,
	api: {
		operation: 'leesDekking',
		tag: 'Dekking',
		summary: 'Dekking, witte vlekken, afstand en volgende openingen',
		answered: 'De dekking.',
		answer: {
			schema: coverageAnswer,
			of: ({ coverage }, source) => toCoverageAnswer(coverage, source)
		}
	}
});
