import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { leadSentence, provinceFigure, unevenNote, yearFigure } from './figures.ts';
import type { CourseYear, Participation, Taken } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const taken = (participants: number, suppressed = 0): Taken => ({
	...{ groups: Math.ceil(participants / 8), participants, suppressed }
});

function year(said: Partial<CourseYear> = {}): CourseYear {
	return {
		...{ year: 2020, libraries: 140, reported: 126 },
		of: { klik_en_tik: taken(12_000), digisterker: taken(5_000, 2), lokaal: taken(1_000) },
		...said
	};
}

const nothing = year({
	...{ year: 2021, reported: 0 },
	of: { klik_en_tik: taken(0), digisterker: taken(0), lokaal: taken(0) }
});

const participation = (said: Partial<Participation> = {}): Participation => ({
	view: {} as Participation['view'],
	...{ today: '2022-01-31', demoData: false, years: [year()], provinces: [], ofCountry: true },
	...said
});

describe('what is said of courses', () => {
	it('is how many took part, who reported it, what is left out, and what it was before', () => {
		expect(leadSentence(participation())).toBe(
			'In 2020 deden 18.000 deelnemers mee aan een cursus. Dat is opgegeven door 126 van de 140 bibliotheken. Van de andere weten we het niet. Bij 2 opgaven ging het om minder dan 5 deelnemers. Die deelnemers tellen niet mee. Bij de start van het programma in 2019 waren er volgens de Rijksoverheid meer dan 40.000 deelnemers per jaar.'
		);
	});

	it('leaves the number of the whole country out for a part of it', () => {
		expect(leadSentence(participation({ ofCountry: false }))).not.toContain('40.000');
	});

	it('is not zero where nobody reported', () => {
		const quiet = participation({ years: [year(), nothing], ofCountry: false });
		expect(leadSentence(quiet)).toBe('Over 2021 heeft nog geen bibliotheek cursussen opgegeven.');
		const { table, panels } = yearFigure(quiet);
		expect(table.rows[1]).toEqual(['2021', null, null, null, null, null, null, 0, 140, 'nee']);
		const { chart } = panels[0]!;
		expect(chart.kind === 'bar' && chart.series.map(({ values }) => values[1])).toEqual([
			null,
			null,
			null
		]);
	});

	it('is that there are no libraries in an empty selection, not that they reported nothing', () => {
		const empty = { ...nothing, libraries: 0 };
		expect(leadSentence(participation({ years: [empty], ofCountry: false }))).toBe(
			'In deze selectie waren er dat jaar geen bibliotheken.'
		);
	});

	it('is that there is no whole year yet at the start', () => {
		expect(leadSentence(participation({ years: [] }))).toMatch(
			/het eerste jaar is nog niet voorbij/
		);
	});
});

describe('two years', () => {
	it('are not to be compared when many more libraries reported of one', () => {
		const less = year({ year: 2021, reported: 67, libraries: 137 });
		expect(unevenNote({ years: [year(), less] })).toMatch(
			/^Bibliotheken met een opgave over 2021: 67 van de 137\. Over 2020: 126 van de 140\./
		);
		expect(unevenNote({ years: [year(), year({ year: 2021, reported: 120 })] })).toBeNull();
		expect(unevenNote({ years: [year()] })).toBeNull();
	});
});

describe('the table of provinces', () => {
	const province = (name: string, participants: number, reported: number) => ({
		...{ name, libraries: 10, reported },
		...taken(participants)
	});
	const figure = () =>
		provinceFigure(
			participation({
				provinces: [province('Drenthe', 800, 4), province('Flevoland', 0, 0)]
			})
		);

	it('has a province that reported nothing, without a number', () => {
		expect(figure().table.rows).toEqual([
			['Drenthe', '2020', 800, 100, 0, 4, 10],
			['Flevoland', '2020', null, null, null, 0, 10]
		]);
	});

	it('reads out where most took part', () => {
		expect(figure().sentence).toBe('Drenthe had in 2020 de meeste deelnemers: 800.');
	});
});
