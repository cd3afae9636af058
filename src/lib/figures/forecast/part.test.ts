import { describe, expect, it } from 'vitest';
import { simulateRollout } from '#tests/factories/simulated-rollout.ts';
import { MEASURES } from './forecast.ts';
import { makeForecast } from './make-forecast.ts';
import type { Choice } from './part.ts';
import { provinceTable } from './tables.ts';
import type { ForecastSituation } from './situation.ts';

const HERE = 'PV20';
const THERE = 'PV21';
const AWAY = { code: 'GM0002', provinceCode: THERE, inhabitants: 500, covered: false };

/** A country of two provinces: every fourth point stands in the other one, and so does every third library. */
function twoProvinces(): ForecastSituation {
	const { situation } = simulateRollout(5);
	return {
		...situation,
		candidates: situation.candidates.map((row, index) =>
			index % 4 === 0 ? { ...row, municipalityCode: AWAY.code } : row
		),
		libraries: situation.libraries.map((row, index) =>
			index % 3 === 0 ? { ...row, provinceCode: THERE } : row
		),
		municipalities: [...situation.municipalities, AWAY],
		provinces: [...situation.provinces, { code: THERE, slug: 'fryslan', name: 'Fryslân' }]
	};
}

const country = twoProvinces();
const RUNS = 200;
const SEED = 3;
const whole = makeForecast(country, RUNS, SEED)!;

/** These libraries with their points; municipalities and what is open only when said. */
function choiceOf(isChosen: (libraryId: number) => boolean, rest: Partial<Choice> = {}): Choice {
	return {
		libraries: country.libraries.map(({ id }) => id).filter(isChosen),
		municipalities: [],
		points: country.candidates
			.filter(({ libraryId }) => isChosen(libraryId))
			.map(({ pointId }) => pointId),
		openLocations: {},
		...rest
	};
}

const choose = (choice: Choice) => makeForecast(country, RUNS, SEED, choice)!;

describe('the forecast of a part of the country', () => {
	it('is that of the country when everything is chosen', () => {
		const everything = choiceOf(() => true, {
			municipalities: country.municipalities.map(({ code }) => code),
			openLocations: country.openLocations
		});
		expect(choose(everything)).toEqual(whole);
	});

	it('adds up to the country over two parts without overlap', () => {
		const even = choose(choiceOf((id) => id % 2 === 0, { openLocations: { [HERE]: 7 } }));
		const rest = (country.openLocations[HERE] ?? 0) - 7;
		const odd = choose(choiceOf((id) => id % 2 === 1, { openLocations: { [HERE]: rest } }));
		for (const measure of ['locations', 'organisations'] as const) {
			for (const figure of ['now', 'reachable'] as const) {
				expect(even.country[measure][figure] + odd.country[measure][figure]).toBe(
					whole.country[measure][figure]
				);
			}
		}
		expect(even.points.length + odd.points.length).toBe(whole.points.length);
		expect(even.libraries.length + odd.libraries.length).toBe(whole.libraries.length);
	});

	it('gives each point and library the days that it has in the country', () => {
		const some = choose(choiceOf((id) => id < 20));
		expect(some.points.length).toBeGreaterThan(0);
		expect(whole.points).toEqual(expect.arrayContaining([...some.points]));
		expect(whole.libraries).toEqual(expect.arrayContaining([...some.libraries]));
	});

	it('opens a chosen municipality with any point in it, chosen or not', () => {
		const none = choiceOf(() => false, { municipalities: [AWAY.code] });
		const { municipalities, inhabitants, locations } = choose(none).country;
		const away = whole.provinces.find(({ code }) => code === THERE)!.measures;
		expect([municipalities, inhabitants]).toEqual([away.municipalities, away.inhabitants]);
		expect(locations).toMatchObject({ reachable: 0, complete: null });
	});

	it('names the provinces in which something is chosen, and no other', () => {
		const codes = (choice: Choice) => choose(choice).provinces.map(({ code }) => code);
		const none = choiceOf(() => false);
		expect(codes(none)).toEqual([]);
		expect(codes({ ...none, municipalities: [AWAY.code] })).toEqual([THERE]);
		expect(codes({ ...none, openLocations: { [HERE]: 1 } })).toEqual([HERE]);
		const [stranger] = country.candidates.filter((row) => row.municipalityCode === AWAY.code);
		expect(codes({ ...none, points: [stranger!.pointId] })).toEqual([THERE]);
	});

	it('counts only chosen locations without a plan', () => {
		const { code: here } = country.municipalities.find((row) => row.provinceCode === HERE)!;
		const without = [901, 902, 903].map((pointId) => ({
			...{ pointId, municipalityCode: pointId === 901 ? here : AWAY.code }
		}));
		const situation = { ...country, withoutPlan: without };
		const choice = choiceOf(() => false, { points: [902] });
		const some = makeForecast(situation, 50, SEED, choice)!;
		expect(some.pointsWithoutForecast).toBe(1);
		expect(some.provinces.map(({ code }) => code)).toEqual([THERE]);
		// What the country is told to lack, its provinces lack together.
		const all = makeForecast(situation, 50, SEED)!;
		const perProvince = new Map(
			all.provinces.map(({ code, pointsWithoutForecast }) => [code, pointsWithoutForecast])
		);
		expect(all.pointsWithoutForecast).toBe(3);
		expect([perProvince.get(HERE), perProvince.get(THERE)]).toEqual([1, 2]);
		const missing = provinceTable(all, 'locations').rows.map((row) => row[1]);
		expect(missing).toEqual([...perProvince.values()]);
	});

	it('has a fan that starts at what is open now and ends no higher than what can be reached', () => {
		const some = choose(choiceOf((id) => id % 3 === 0, { openLocations: { [HERE]: 4 } }));
		for (const measure of MEASURES) {
			const { now, reachable } = some.country[measure];
			expect(some.fan[0]!.values[measure]).toEqual({ sure: now, likely: now, bold: now });
			expect(some.fan.at(-1)!.values[measure].bold).toBeLessThanOrEqual(reachable);
		}
	});
});
