import { beforeEach, describe, expect, it } from 'vitest';
import type { MapPointStanding, MunicipalityStanding } from '#lib/network/standing/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { MapMeasure } from '#lib/base/map/types.ts';
import { mapContent, type MapParts } from './map-content.ts';

const limburg = { code: 'PV31', slug: 'limburg', name: 'Limburg' };
const utrecht = { code: 'PV26', slug: 'utrecht', name: 'Utrecht' };

const standing = (change: Partial<MunicipalityStanding>): MunicipalityStanding => ({
	code: 'GM0983',
	name: 'Venlo',
	province: limburg,
	inhabitants: 100,
	populationReferenceDate: '2020-01-01',
	facts: {
		realised: 1,
		accessible: 1,
		temporarilyClosed: 0,
		onlineOnly: 0,
		earliestPlanOn: null,
		withdrawn: 0,
		libraryProvision: 'served'
	},
	locations: { open: 1, accessible: 1, temporarilyClosed: 0, outsideLibrary: 0 },
	status: 'realised',
	libraries: [],
	milestonesShare: 0.6,
	firstPlanOn: null,
	planOn: null,
	openedOn: '2019-07-01',
	...change
});
const nothing = {
	realised: 0,
	accessible: 0,
	temporarilyClosed: 0,
	onlineOnly: 0,
	withdrawn: 0,
	earliestPlanOn: null
} as const;
const places = [
	standing({}),
	standing({
		code: 'GM0984',
		name: 'Venray',
		inhabitants: 300,
		facts: { ...nothing, libraryProvision: 'served' },
		status: 'planned_90',
		planOn: '2022-03-01',
		openedOn: null,
		milestonesShare: null
	}),
	standing({ code: 'GM0344', name: 'Utrecht', province: utrecht, inhabitants: null })
];
const point: MapPointStanding = {
	id: 7,
	lat: 51.4,
	lon: 6.2,
	name: 'Bibliotheek Venlo',
	approximate: true,
	municipalityCode: 'GM0983',
	status: 'realised',
	openedOn: '2019-07-01',
	planOn: null,
	firstPlanOn: null
};

/** Without filters: what is coloured is what there is. */
function contentOf(parts: Partial<MapParts>, measure: MapMeasure) {
	const { municipalities = [], points = [], others = [] } = parts;
	return mapContent({ municipalities, ofEveryStatus: municipalities, points, others }, measure);
}

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('what the map shows', () => {
	it('names each municipality with its status and the day that belongs to it', () => {
		expect(contentOf({ municipalities: places }, 'status').cells).toEqual([
			{ code: 'GM0983', cls: 'realised', label: 'Venlo (Limburg): open sinds 1 juli 2019' },
			{
				code: 'GM0984',
				cls: 'planned_90',
				label: 'Venray (Limburg): gepland voor 1 maart 2022'
			},
			{ code: 'GM0344', cls: 'realised', label: 'Utrecht (Utrecht): open sinds 1 juli 2019' }
		]);
	});

	it('can show the share of the milestones', () => {
		const { cells } = contentOf({ municipalities: places }, 'milestones');
		expect(cells.map(({ cls }) => cls)).toEqual(['share_3', 'no_value', 'share_3']);
		expect(cells[0]?.label).toContain('60% van de mijlpalen gereed');
	});

	it('can show the inhabitants per province, printed on it; without a count there is no value', () => {
		const { cells, provinces, legend } = contentOf({ municipalities: places }, 'inhabitants');
		expect(cells.map(({ cls }) => cls)).toEqual(['share_2', 'share_2', 'no_value']);
		expect(provinces).toEqual([
			{ code: 'PV31', label: 'Limburg: 25% van de inwoners bereikt', text: '25%' },
			{ code: 'PV26', label: 'Utrecht' }
		]);
		expect(legend.entries.find(({ cls }) => cls === 'share_2')?.count).toBe(1);
	});

	it('names points, and says which stand there by approximation', () => {
		expect(contentOf({ points: [point] }, 'status').points).toEqual([
			{
				id: 7,
				lat: 51.4,
				lon: 6.2,
				status: 'realised',
				label: 'Bibliotheek Venlo, open sinds 1 juli 2019',
				approximate: true
			}
		]);
	});

	it('leaves what is outside the filters as bare land with a name', () => {
		const other = { code: 'GM0003', name: 'Appingedam', province: limburg };
		const { cells, legend } = contentOf({ others: [other] }, 'status');
		expect(cells).toEqual([
			{ code: 'GM0003', cls: null, label: 'Appingedam (Limburg): valt buiten uw selectie' }
		]);
		expect(legend.entries.every(({ count }) => count === 0)).toBe(true);
	});
});
