import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { cohortCurves, cohortRows } from './cohorts.ts';
import { cohortSentence } from './cohort-figure.ts';
import type { CohortOpenings } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('groups by weeks since the application', () => {
	const openings: CohortOpenings[] = [
		{ cohort: 'kopgroep_2019', weeks: 18, waiting: null, count: 10 },
		{ cohort: 'kopgroep_2019', weeks: 20, waiting: null, count: 5 },
		{ cohort: 'uitrol_2020', weeks: 50, waiting: null, count: 1 },
		{ cohort: 'uitrol_2020', weeks: 80, waiting: null, count: 1 },
		{ cohort: 'uitrol_2020', weeks: null, waiting: 70, count: 2 }
	];
	const curves = cohortCurves(openings);
	const empty = { total: 0, open: 0, medianWeeks: null, lastWeek: 0 };

	it('stop where somebody still waits, so that a late start does not look slow', () => {
		expect(curves).toEqual([
			{ cohort: 'kopgroep_2019', total: 15, open: 15, medianWeeks: 18, lastWeek: 20 },
			{ cohort: 'uitrol_2020', total: 4, open: 2, medianWeeks: 80, lastWeek: 70 },
			{ cohort: 'uitrol_2021', ...empty },
			{ cohort: 'onbekend', ...empty }
		]);
		expect(cohortRows(openings, curves)).toEqual([
			{ week: 0, shares: [0, 0, null, null] },
			{ week: 18, shares: [10 / 15, 0, null, null] },
			{ week: 20, shares: [1, 0, null, null] },
			{ week: 50, shares: [null, 0.25, null, null] },
			{ week: 70, shares: [null, 0.25, null, null] }
		]);
	});

	it('are only the one that is asked for', () => {
		expect(cohortCurves(openings, 'uitrol_2021')).toEqual([{ cohort: 'uitrol_2021', ...empty }]);
	});

	it('are read out', () => {
		expect(cohortSentence(curves)).toBe(
			'Kopgroep 2019: de helft was open binnen 18 weken na de aanvraag (15 van 15 nu open). Uitrol 2020: de helft was open binnen 80 weken na de aanvraag (2 van 4 nu open). Uitrol 2021: nog geen organisatie met een aanvraag. Start onbekend: nog geen organisatie met een aanvraag.'
		);
		expect(cohortSentence([])).toBe('Er zijn nog geen aanvragen vastgelegd.');
	});
});
