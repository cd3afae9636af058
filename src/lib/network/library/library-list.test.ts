import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { libraryListParams, parseLibraryList, type LibraryList } from './library-list.ts';

const TODAY = '2022-01-31';
const POIS = ['rijnbrink', 'cubiss'];
const parse = (query: string) => parseLibraryList(new URLSearchParams(query), TODAY, POIS);

describe('the list of libraries in an address', () => {
	it('is every library by name when the address says nothing', () => {
		expect(parse('')).toEqual({
			list: {
				asOf: { validOn: TODAY, knownOn: null },
				filters: NO_FILTERS,
				sort: 'name',
				direction: 'asc',
				page: 1
			},
			notices: []
		});
	});

	it('can be sorted by what only libraries have', () => {
		expect(parse('sorteer=verwachting&richting=aflopend').list).toMatchObject({
			sort: 'forecast',
			direction: 'desc'
		});
	});

	it('tells what it could not use and shows the rest', () => {
		const { list, notices } = parse('poi=atlantis&pagina=x&provincie=limburg');
		expect(list.filters).toMatchObject({ province: 'limburg', supportInstitute: null });
		expect(notices.map(({ parameter }) => parameter)).toEqual(['pagina', 'poi']);
	});

	it('comes back as it was written', () => {
		const lists: fc.Arbitrary<LibraryList> = fc.record({
			asOf: fc.record({
				validOn: fc.constantFrom(TODAY, '2020-06-30'),
				knownOn: fc.constantFrom(null, '2021-01-01')
			}),
			filters: fc.record({
				province: fc.constantFrom(null, 'zeeland'),
				supportInstitute: fc.constantFrom(null, 'rijnbrink'),
				cohort: fc.constantFrom(null, 'kopgroep_2019' as const),
				statuses: fc.constantFrom([], ['realised' as const, 'plan_overdue' as const]),
				search: fc.constantFrom(null, 'Venlo & Tegelen')
			}),
			sort: fc.constantFrom('name', 'milestones', 'opened', 'province'),
			direction: fc.constantFrom('asc', 'desc'),
			page: fc.integer({ min: 1, max: 99 })
		});
		fc.assert(
			fc.property(lists, (list) => {
				expect(parse(libraryListParams(list, TODAY).toString())).toEqual({ list, notices: [] });
			})
		);
	});
});
