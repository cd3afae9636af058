import type { Headline } from '#lib/network/standing/types.ts';
import type { Briefing, WhiteSpot } from '#lib/publish/briefing/types.ts';

/** Of ten municipalities of 40.000 inhabitants, in words of how many points are open. */
export const headlineOf = (open: number, covered: number): Headline => ({
	organisations: { total: 4, open: Math.min(open, 4), planned: 3 },
	locations: {
		...{
			open,
			accessible: open,
			temporarilyClosed: 0,
			onlineOnly: 0,
			planned: 5,
			outsideLibrary: 0
		},
		target: null
	},
	municipalities: { total: 10, covered },
	inhabitants: { total: 400_000, covered: covered * 40_000, populationReferenceDate: '2021-01-01' },
	whiteSpots: {
		...{ online_only: 0, plan_overdue: 0, planned_90: 10 - covered, planned_later: 0 },
		...{ plan_withdrawn: 0, not_planned: 0, no_library: 0, unknown: 0 }
	}
});

/** A municipality of Fryslân that opens on 1 August 2021. */
export const whiteSpotOf = (
	name: string,
	inhabitants: number,
	change: Partial<WhiteSpot> = {}
): WhiteSpot => ({
	code: 'GM0001',
	name,
	province: { code: 'PV21', slug: 'fryslan', name: 'Fryslân' },
	inhabitants,
	populationReferenceDate: '2021-01-01',
	facts: {
		...{ realised: 0, accessible: 0, temporarilyClosed: 0, onlineOnly: 0, withdrawn: 0 },
		earliestPlanOn: '2021-08-01',
		libraryProvision: 'served'
	},
	locations: { open: 0, accessible: 0, temporarilyClosed: 0, outsideLibrary: 0 },
	status: 'planned_90',
	libraries: [],
	milestonesShare: null,
	firstPlanOn: '2021-05-01',
	planOn: '2021-08-01',
	openedOn: null,
	said: undefined,
	...change
});

/** What there is to say of Fryslân on 30 June 2021. */
export const briefing: Briefing = {
	province: { slug: 'fryslan', name: 'Fryslân' },
	asOf: { validOn: '2021-06-30', knownOn: '2021-07-15' },
	today: '2022-01-31',
	demoData: true,
	headline: headlineOf(6, 5),
	bought: {
		...{ year: 2021, cents: 300_000_00, locations: 6, covered: 200_000 },
		hours: { libraries: 0, minutesPerWeek: 0, cents: 0 }
	},
	quarter: { on: '2021-03-31', headline: headlineOf(6, 5) },
	year: { on: '2020-06-30', headline: headlineOf(1, 1) },
	behind: {
		rows: [
			{
				...{ slug: 'bibliotheek-a', name: 'Bibliotheek A & B', milestones: 2 },
				...{ milestone: 'opening', firstPlanOn: '2021-05-01', planOn: '2021-08-01' },
				...{ onHold: false, reasonCode: 'lockdown', days: 60 }
			}
		],
		total: 3,
		milestones: 9
	},
	whiteSpots: { rows: [whiteSpotOf('Achtkarspelen', 27_843)], total: 1, inhabitants: 27_843 },
	next: {
		rows: [
			{
				...{ id: 7, name: 'Bibliotheek <Buitenpost>', municipality: 'Achtkarspelen' },
				...{ planOn: '2021-08-01', forecastOn: '2021-09-01' }
			}
		],
		total: 1
	},
	forecast: {
		...{ day: '2021-06-30', knownOn: '2021-06-30', pointsWithoutForecast: 2 },
		measures: {
			locations: {
				...{ now: 6, total: null, reachable: 9 },
				mostOn: null,
				complete: { likelyOn: '2022-01-10', sureOn: null }
			},
			organisations: { now: 4, total: 4, reachable: 4, mostOn: null, complete: null },
			municipalities: { now: 5, total: 10, reachable: 10, mostOn: null, complete: null },
			inhabitants: {
				now: 200_000,
				total: 400_000,
				reachable: 400_000,
				mostOn: null,
				complete: null
			}
		}
	},
	computing: false,
	late: {
		delay: { count: 11, median: 5, usual: 17 },
		...{ ofCountry: false, from: '2021-06-29', to: '2021-06-30' }
	},
	reasons: { lockdown: { nl: 'Corona of lockdown', en: 'Covid or lockdown' } }
};
