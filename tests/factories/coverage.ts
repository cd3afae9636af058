import { parseView } from '#lib/base/selection/view.ts';
import type { Coverage, WhiteSpot } from '#lib/figures/coverage/coverage-page.ts';
import type { CoverageFigures, Distance } from '#lib/figures/coverage/measures.ts';
import type { Candidate } from '#lib/figures/coverage/situation.ts';
import { spotGroups } from '#lib/figures/coverage/spot-groups.ts';
import { NO_PLAN_TOLD } from '#lib/network/standing/plan-told.ts';

export const TODAY = '2022-01-31';
const DAY = '2020-12-31';

export const distance = (change: Partial<Distance> = {}): Distance => ({
	inhabitants: 1000,
	meanKm: 10.1,
	within: { 2: 100, 5: 260, 10: 500 },
	...change
});

export const figures = (change: Partial<CoverageFigures> = {}): CoverageFigures => ({
	organisations: { covered: 39, total: 137 },
	municipalities: { covered: 59, total: 355 },
	inhabitants: { covered: 240, total: 1000 },
	workArea: { covered: 320, total: 1000 },
	distance: distance(),
	provinces: [
		{ code: 'PV21', name: 'Fryslân', ...distance({ inhabitants: 400, meanKm: 8.5 }) },
		{ code: 'PV22', name: 'Drenthe', ...distance({ inhabitants: 600, meanKm: 24.5 }) }
	],
	...change
});

export const candidate = (id: string, name: string | null, municipality: string): Candidate => ({
	...{ id, name, libraryId: 1, status: 'planned_later', planOn: '2021-06-07', lat: 52, lon: 5 },
	...{ firstPlanOn: '2021-06-07', plan: NO_PLAN_TOLD },
	municipality: { code: 'GM0363', name: municipality },
	province: { code: 'PV27', name: 'Noord-Holland' }
});

export const spot = (change: Partial<WhiteSpot> = {}): WhiteSpot => ({
	...{ code: 'GM0363', name: 'Amsterdam', status: 'planned_later', inhabitants: 1200 },
	province: { code: 'PV27', slug: 'noord-holland', name: 'Noord-Holland' },
	...{ planOn: '2021-06-07', plan: NO_PLAN_TOLD },
	...{ distanceKm: 9.7, supposed: false },
	...change
});

const SPOTS = [spot(), spot({ code: 'GM0344', name: 'Utrecht', status: 'not_planned' })];

export const openings = [
	{ candidate: candidate('288', 'OBA', 'Amsterdam'), added: 120, covered: 360 },
	{ candidate: candidate('GM0344', null, 'Utrecht'), added: 90, covered: 450 }
];

export const coverage = ({ whiteSpots = SPOTS, ...change }: Partial<Coverage> = {}): Coverage => ({
	view: parseView(new URLSearchParams({ peildatum: DAY }), TODAY).view,
	query: { open: [], reach: 'municipality' },
	...{ today: TODAY, demoData: false, countedOn: '2020-01-01', whatIf: null, others: [] },
	figures: figures(),
	whiteSpots,
	groups: spotGroups(whiteSpots),
	soon: [],
	late: {
		delay: { count: 60, median: 3, usual: 20 },
		ofCountry: false,
		from: DAY,
		to: DAY
	},
	next: { now: 240, openings },
	curve: [
		{ day: '2019-01-01', covered: 0 },
		{ day: DAY, covered: 240 }
	],
	points: { open: 73, approximate: 70 },
	...change
});

export const supposing = (change: Partial<Coverage> = {}) =>
	coverage({
		query: { open: ['288', 'GM0344'], reach: 'municipality' },
		whatIf: {
			opened: openings.map((opening) => opening.candidate),
			figures: figures({ inhabitants: { covered: 450, total: 1000 } }),
			openings
		},
		whiteSpots: [spot({ supposed: true }), spot({ code: 'GM0344', status: 'not_planned' })],
		...change
	});
