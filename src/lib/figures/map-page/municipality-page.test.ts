import { describe, expect, it } from 'vitest';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { municipalityPage } from './municipality-page.ts';

const standing = (name: string, openedOn: string | null): MunicipalityStanding => ({
	code: name,
	name,
	province: { code: 'PV31', slug: 'limburg', name: 'Limburg' },
	inhabitants: null,
	populationReferenceDate: null,
	facts: {
		realised: 0,
		accessible: 0,
		temporarilyClosed: 0,
		onlineOnly: 0,
		earliestPlanOn: null,
		withdrawn: 0,
		libraryProvision: 'served'
	},
	locations: { open: 0, accessible: 0, temporarilyClosed: 0, outsideLibrary: 0 },
	status: 'not_planned',
	libraries: [],
	milestonesShare: null,
	firstPlanOn: null,
	planOn: null,
	openedOn
});
const standings = [
	standing('Venlo', null),
	standing("'s-Hertogenbosch", '2020-01-01'),
	standing('Assen', '2019-07-01')
];
const names = (page: { rows: readonly MunicipalityStanding[] }) =>
	page.rows.map(({ name }) => name);

describe('a page of the municipalities', () => {
	it('sorts by name as Dutch readers do', () => {
		const page = municipalityPage(standings, { sort: 'name', direction: 'asc', page: 1 });
		expect(names(page)).toEqual(["'s-Hertogenbosch", 'Assen', 'Venlo']);
	});

	it.each([
		['asc', ['Assen', "'s-Hertogenbosch", 'Venlo']],
		['desc', ["'s-Hertogenbosch", 'Assen', 'Venlo']]
	] as const)('sorts by day (%s), with what has no day last', (direction, expected) => {
		expect(names(municipalityPage(standings, { sort: 'opened', direction, page: 1 }))).toEqual(
			expected
		);
	});

	it('gives the last page for a later one, and an empty first page of nothing', () => {
		const last = municipalityPage(standings, { sort: 'name', direction: 'asc', page: 9 }, 2);
		expect(last).toMatchObject({ page: 2, pageCount: 2, total: 3 });
		expect(names(last)).toEqual(['Venlo']);
		expect(municipalityPage([], { sort: 'name', direction: 'asc', page: 3 })).toEqual({
			rows: [],
			total: 0,
			page: 1,
			pageCount: 1
		});
	});
});
