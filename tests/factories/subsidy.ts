import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { computeAwards } from '#lib/figures/subsidy/compute.ts';
import { totalsBy } from '#lib/figures/subsidy/totals.ts';
import type { AreaMunicipality, LibraryBase, Subsidy } from '#lib/figures/subsidy/types.ts';
import type { GrantRate, GrantScheme } from '#lib/programme/grant/grant.ts';
import { applicationsOn } from '#lib/programme/grant/window.ts';

/** A scheme per inhabitant. */
export const schemeOf = (code: string, more: Partial<GrantScheme> = {}): GrantScheme => ({
	...{ code, kind: 'per_inhabitant', name: { nl: `Regeling ${code}`, en: `Scheme ${code}` } },
	...{ purpose: { nl: '', en: '' }, ceiling: null, source: 'een bron', ...more }
});

/** Five cents per inhabitant for 2020. */
export const rateOf = (more: Partial<GrantRate>): GrantRate => ({
	...{ id: 1, scheme: 'a', year: 2020, centsPerInhabitant: 5, fixedCents: null, cohort: null },
	...{ referenceOn: null, holdsFrom: null, source: 'een bron', recordedOn: null, ...more }
});

/** A library in Drenthe that serves 100.000,5 inhabitants. */
export const baseOf = (more: Partial<LibraryBase> = {}): LibraryBase => ({
	...{ id: 1, slug: 'een', name: 'Een', cohort: 'uitrol_2020', province: 'Drenthe' },
	...{ institute: 'POI', referenceOn: '2020-01-01', units: 1_000_005_000 },
	...{ countedOn: '2020-01-01', municipalities: 'Assen', ...more }
});

/** A municipality of 1.000 inhabitants that is served whole. */
export const areaOf = (more: Partial<AreaMunicipality>): AreaMunicipality => ({
	...{ libraryId: 1, referenceOn: '2020-01-01', code: 'GM1', name: 'Assen', inhabitants: 1_000 },
	...{ shareUnits: 10_000, source: '', confidence: 'sourced', cameFrom: [], goesTo: [], ...more }
});

/** What the page says on 31 January 2022 of two libraries, of which one has no amount. */
export function subsidyOf(more: Partial<Subsidy> = {}): Subsidy {
	const rates = [rateOf({})];
	const awards = computeAwards(rates, [baseOf(), baseOf({ id: 2, name: 'Twee', units: null })]);
	const { view } = parseView(new URLSearchParams(), '2022-01-31');
	return {
		view: { ...view, filters: NO_FILTERS },
		...{ today: '2022-01-31', day: '2022-01-31', schemes: [schemeOf('a')], rates, awards },
		totals: {
			...{ province: [], institute: [], cohort: [] },
			year: totalsBy(awards, ({ rate }) => String(rate.year))
		},
		...{
			sources: [],
			recorded: [],
			bought: null,
			demoData: false,
			applications: applicationsOn('2022-01-31', [], []),
			ofCountry: true
		},
		...{ list: { libraries: [], page: 1, pageCount: 1, count: 0 }, ...more }
	};
}
