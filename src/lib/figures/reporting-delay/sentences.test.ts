import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { instituteSentence } from './institute-figure.ts';
import { markSentence, withinText } from './labels.ts';
import { spreadFigure } from './spread-figure.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('the sentences of reporting delay', () => {
	const mark = { delay: { count: 40, median: 3, usual: 24 }, ofCountry: false, to: '2022-01-31' };

	it('say which days are probably incomplete, of one day and of many', () => {
		expect(markSentence({ ...mark, from: '2022-01-08' })).toBe(
			'Van de openingen van de laatste 24 dagen, tot en met 31 januari 2022, is waarschijnlijk nog niet alles gemeld. Gewoonlijk staat 90% binnen 24 dagen in dit overzicht.'
		);
		const one = { ...mark, from: '2022-01-31', delay: { count: 40, median: 0, usual: 1 } };
		expect(markSentence(one)).toBe(
			'Van de openingen op 31 januari 2022 is waarschijnlijk nog niet alles gemeld. Gewoonlijk staat 90% binnen 1 dag in dit overzicht.'
		);
		overwriteGetLocale(() => 'en');
		expect(markSentence(one)).toContain('Of the openings on 31 January 2022, probably not all');
	});

	it('say when most is there, when it is the delay of the country, and when nobody knows', () => {
		expect(markSentence({ ...mark, from: null, ofCountry: true })).toBe(
			'Van de openingen tot en met 31 januari 2022 is waarschijnlijk het meeste gemeld. Gewoonlijk staat 90% binnen 24 dagen in dit overzicht. Dat is de meldtijd van het hele land: hier zijn te weinig openingen om te meten.'
		);
		const unknown = { count: 2, median: null, usual: null };
		expect(markSentence({ ...mark, from: null, delay: unknown })).toMatch(/^Er zijn nog te weinig/);
		expect(withinText(0)).toBe('nog dezelfde dag');
	});

	const period = { from: '2021-01-01', to: '2021-12-31' };
	const institute = (name: string, usual: number | null) => ({
		...{ slug: name, name, count: 5, median: usual, usual, incompleteFrom: null }
	});

	it('read the delay out, and name who takes longest', () => {
		const counts = [
			{ days: 0, count: 8 },
			{ days: 12, count: 3 }
		];
		const institutes = [institute('Fers', 30), institute('ZB', 3)];
		expect(instituteSentence({ counts, period, institutes })).toBe(
			'Gemeten zijn 11 openingen van 1 januari 2021 tot en met 31 december 2021. De helft stond nog dezelfde dag in dit overzicht, 90% binnen 12 dagen. Bij Fers duurt het melden het langst: 90% staat er binnen 30 dagen.'
		);
		const alone = instituteSentence({ counts, period, institutes: institutes.slice(0, 1) });
		expect(alone).not.toContain('Fers');
		expect(spreadFigure({ counts }).sentence).toBe(
			'Na een week was 73% gemeld, na twee weken 100% en na vier weken 100%.'
		);
	});

	it('say when there is nothing, or too little, to measure', () => {
		const said = (count: number) =>
			instituteSentence({
				counts: count > 0 ? [{ days: 3, count }] : [],
				period,
				institutes: []
			});
		expect(said(0)).toBe('Op deze dag is er nog niets om te meten.');
		expect(said(1)).toMatch(/^Er is maar 1 opening om te meten\./);
		expect(said(4)).toMatch(/^Er zijn maar 4 openingen om te meten\./);
	});
});
