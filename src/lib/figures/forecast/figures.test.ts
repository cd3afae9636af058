import { describe, expect, it } from 'vitest';
import { simulateRollout } from '#tests/factories/simulated-rollout.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import {
	fanChart,
	completeSentences,
	fanSentence,
	forecastSentence,
	isNothingToForecast,
	mostSentence,
	trackSentence,
	type Scope
} from './figures.ts';
import { makeForecast } from './make-forecast.ts';
import { notInSightSentence } from './not-in-sight.ts';
import { recentShare, type Score } from './score.ts';
import { countryTable, fanTable } from './tables.ts';

const forecast = makeForecast(simulateRollout(3).situation, 200)!;

/** A score of which `held` out of `judged` came true. */
function scoreOf(held: number, judged: number): Score {
	const counts = { points: judged, judged, held, timed: judged, stillWaiting: 0 };
	const first = { firsts: { judged: 0, held: 0 }, everything: null };
	return { day: '2021-03-31', modelVersion: 1, ...counts, ...first, meanError: 0, halfYear: null };
}

describe('the sentences of the forecast', () => {
	it('say how many organisations are open, and both days for the rest', () => {
		const measures = {
			...forecast.country,
			organisations: {
				...{ now: 130, total: 136, reachable: 135, mostOn: '2022-06-01' },
				complete: { likelyOn: '2022-11-18', sureOn: null }
			}
		};
		expect(forecastSentence({ ...forecast, day: '2022-01-31', country: measures })).toBe(
			'Op 31 januari 2022 hebben 130 van de 136 bibliotheekorganisaties een Informatiepunt Digitale Overheid (IDO). Dat alle organisaties er een hebben, is nog niet in zicht: voor 1 organisatie is niets gepland. Waarschijnlijk hebben 135 organisaties er een op 18 november 2022, voorzichtig geschat pas over meer dan zes jaar.'
		);
	});

	it('say that it is not likely within six years, where no day can be named', () => {
		const organisations = {
			...{ now: 70, total: 137, reachable: 137, mostOn: '2024-01-08' },
			complete: { likelyOn: null, sureOn: null }
		};
		const country = { ...forecast.country, organisations };
		expect(forecastSentence({ ...forecast, day: '2021-03-31', country })).toMatch(
			/ \(IDO\)\. Het is niet waarschijnlijk dat 137 organisaties er binnen zes jaar een hebben\.$/
		);
	});

	it('say of what part of the country they are, and count in whole sentences', () => {
		const said = (now: number, total: number, reachable: number, filters: Partial<Scope> = {}) => {
			const complete = { likelyOn: '2022-11-18', sureOn: '2022-12-01' };
			const organisations = {
				...{ now, total, reachable, mostOn: null },
				complete: reachable > now ? complete : null
			};
			const country = { ...forecast.country, organisations };
			return forecastSentence(
				{ ...forecast, day: '2022-01-31', country },
				{ ...NO_FILTERS, ...filters }
			);
		};
		expect(said(0, 1, 1, { province: 'flevoland' })).toBe(
			'Op 31 januari 2022 heeft de enige bibliotheekorganisatie in Flevoland nog geen Informatiepunt Digitale Overheid (IDO). Waarschijnlijk heeft 1 organisatie er een op 18 november 2022, voorzichtig geschat op 1 december 2022.'
		);
		expect(said(1, 1, 1, { cohort: 'uitrol_2021' })).toMatch(
			/^Op 31 januari 2022 heeft de enige bibliotheekorganisatie in uw selectie een .* Er zijn geen andere/
		);
		expect(said(1, 4, 3, { province: 'drenthe', search: 'den' })).toMatch(
			/^Op 31 januari 2022 heeft 1 van de 4 bibliotheekorganisaties in uw selectie een .* hebben 3 /
		);
		expect(said(0, 0, 0, { search: 'bestaat-niet' })).toBe(
			'Op 31 januari 2022 is er geen bibliotheekorganisatie in uw selectie.'
		);
	});

	it('call a day nearly sure only where earlier ones held, of locations and of everything together', () => {
		const said = (locations: number, judged = 4, held = 4) =>
			forecastSentence(forecast, NO_FILTERS, {
				...{ locations, organisations: null },
				everything: { judged, held }
			});
		expect(said(0.57)).toMatch(/ voorzichtig geschat .* 57% op zo’n dag open/);
		expect(said(0.57)).not.toContain('vrij zeker');
		expect(said(0.85)).toMatch(
			/ vrij zeker .* 85% op zo’n dag open.*Van 4 eerdere prognoses .* 4 keer/
		);
		// The sentence asks for everything: locations alone do not make that sure.
		expect(said(0.85, 4, 3)).not.toContain('vrij zeker');
		expect(said(0.85, 3, 3)).not.toContain('vrij zeker');
		expect(said(0.85, 0, 0)).toMatch(
			/ voorzichtig geschat .* bij geen eerdere prognose worden nagegaan/
		);
		const everything = { judged: 4, held: 4 };
		const ofOrganisations = forecastSentence(forecast, NO_FILTERS, {
			...{ locations: 0.96, organisations: 0.61, everything }
		});
		expect(ofOrganisations).toMatch(
			/ voorzichtig geschat .* Van de organisaties .* 61% op zo’n dag een eerste locatie open/
		);
		expect(ofOrganisations).not.toContain('96%');
		expect(forecastSentence(forecast)).not.toContain('vrij zeker');
		expect(forecastSentence(forecast, NO_FILTERS, 'unjudged')).toMatch(
			/voorzichtig geschat .* Hoe vaak zo’n dag uitkomt, is niet bekend/
		);
		expect(recentShare([scoreOf(0, 100), scoreOf(57, 100), scoreOf(0, 0)])).toBe(0.285);
	});

	it('say what is missing before any day, per measure', () => {
		const counts = { now: 257, total: 345, reachable: 309 };
		const municipalities = { ...counts, mostOn: null, complete: null };
		const country = { ...forecast.country, municipalities };
		expect(notInSightSentence(country)).toMatch(/Nog niet gepland: .*\b36 gemeenten\b/);
		const inhabitants = { ...municipalities, now: 10, total: 20, reachable: 19 };
		expect(notInSightSentence({ ...forecast.country, municipalities, inhabitants })).toContain(
			'36 gemeenten en 1 inwoner.'
		);
		const rows = countryTable({ ...forecast, country }).rows;
		// What is missing comes first, before any number or day.
		expect(rows.find((row) => row.includes(345))?.[1]).toBe(36);
	});

	it('answer when it is complete: first what is missing, then the planned part', () => {
		const complete = { likelyOn: '2022-11-18', sureOn: null };
		const municipalities = { now: 257, total: 345, reachable: 309, mostOn: '2022-09-01', complete };
		const country = { ...forecast.country, municipalities };
		const [missing, planned] = completeSentences(country, 'municipalities');
		expect(missing).toMatch(/^Met wat nu gepland is, wordt het niet compleet\..*\b36 gemeenten\b/);
		expect(planned).toBe(
			'Gemeenten: van wat gepland is en nog komt, is 9 van de 10 naar verwachting open op 1 september 2022. Het geplande deel is waarschijnlijk compleet op 18 november 2022, voorzichtig geschat pas over meer dan zes jaar.'
		);
		const done = { ...municipalities, complete: null };
		expect(completeSentences({ ...country, municipalities: done }, 'municipalities').at(-1)).toBe(
			'Gemeenten: wat gepland was, is open.'
		);
	});

	it('name who come last, and the day of most apart from theirs', () => {
		const waiting = (name: string, likelyOn: string | null) => ({
			...forecast.libraries[0]!,
			...{ name, open: false, first: { likelyOn, sureOn: null } }
		});
		const libraries = [
			waiting('Vroeg', '2022-03-01'),
			waiting('Nooit', null),
			waiting('Laat', '2025-07-01')
		];
		const organisations = {
			...{ now: 1, total: 4, reachable: 4, mostOn: '2022-09-01' },
			complete: { likelyOn: null, sureOn: null }
		};
		expect(
			mostSentence({ ...forecast, libraries, country: { ...forecast.country, organisations } })
		).toBe(
			'Van de organisaties die volgens de prognose nog komen, zijn er op 1 september 2022 naar verwachting 9 van de 10 open. De laatste zijn naar verwachting: Nooit, Laat, Vroeg.'
		);
	});

	it('judge all earlier forecasts, and the last four quarters apart', () => {
		expect(trackSentence([])).toBe('Er zijn nog geen eerdere prognoses om te beoordelen.');
		const scores = [scoreOf(0, 100), ...Array.from({ length: 4 }, () => scoreOf(85, 100))];
		expect(trackSentence(scores)).toBe(
			'Van de locaties waarvan de dag “voorzichtig geschat” voorbij is, was 68% op die dag open. Klopt de prognose, dan is dat ongeveer 85%. Bij de prognoses van de laatste vier kwartalen die wij konden beoordelen, was dat 85%.'
		);
		expect(trackSentence(scores.slice(1))).not.toContain('vier kwartalen');
	});

	it('say that there is nothing to forecast where nothing is open or planned', () => {
		const none = { now: 0, total: 0, reachable: 0, mostOn: null, complete: null };
		const locations = { ...none, total: null };
		const country = { locations, organisations: none, municipalities: none, inhabitants: none };
		expect(isNothingToForecast(forecast)).toBe(false);
		expect(isNothingToForecast({ country })).toBe(true);
		expect(fanSentence({ ...forecast, country }, 'locations')).toMatch(/^Niets te voorspellen/);
	});

	it('read the fan out a year ahead', () => {
		const { sure, likely } = forecast.fan[12]!.values.locations;
		expect(fanSentence(forecast, 'locations')).toContain(
			`waarschijnlijk ${likely}; voorzichtig geschat minstens ${sure}`
		);
	});
});

describe('the fan', () => {
	it('has the same numbers in chart, band and table', () => {
		const rows = fanTable(forecast, 'organisations').rows;
		const { series, bands } = fanChart(forecast, 'organisations');
		const band = bands![0]!;
		const column = (at: number) => rows.map((row) => row[at]);
		const values = (key: string) => series.find((one) => one.key === key)?.points.map(({ y }) => y);
		expect(values('sure')).toEqual(column(1));
		expect(values('likely')).toEqual(column(2));
		expect(values('bold')).toEqual(column(3));
		expect(band.lower.map(({ y }) => y)).toEqual(column(1));
		expect(band.upper.map(({ y }) => y)).toEqual(column(3));
		expect(band.lower.map(({ x }) => x)).toEqual(column(0));
	});

	it('begins in the past with the fact, and has the targets', () => {
		const goals = [{ from: '2020-06-29', to: '2020-12-31', value: 60, label: 'doel: 60' }];
		const facts = [
			{ day: '2019-01-01', fact: 0 },
			{ day: forecast.day, fact: forecast.country.locations.now }
		];
		const chart = fanChart(forecast, 'locations', { facts, goals });
		expect(chart.series[0]).toMatchObject({ key: 'fact', stepped: true });
		expect(chart.series[0]?.points.at(-1)).toEqual({
			x: forecast.day,
			y: forecast.fan[0]!.values.locations.likely
		});
		expect(chart.x.min).toBe('2019-01-01');
		expect(chart.goals).toEqual(goals);
		expect(chart.bands).toHaveLength(1);
	});
});
