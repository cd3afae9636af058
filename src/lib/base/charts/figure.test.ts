import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { cellText, citation, conditionsOf, contextLines, type FigureContext } from './figure.ts';
import { legendOf } from './legend.ts';
import { breakLines } from './break-lines.ts';

const context: FigureContext = {
	validOn: '2020-06-30',
	knownOn: '2022-01-31',
	filters: ['provincie Fryslân'],
	source: 'Rolloutmonitor',
	demoData: true
};

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('what goes along with a figure', () => {
	it('is both dates and the filters', () => {
		expect(contextLines(context)).toEqual([
			'Situatie op 30 juni 2020, zoals bekend op 31 januari 2022.',
			'Alleen: provincie Fryslân.'
		]);
	});

	it('is of a day to come also of which day the facts are', () => {
		const later = { ...context, validOn: '2022-07-01', factsOn: '2022-01-31' };
		expect(contextLines(later)[1]).toBe('Wat open is, is de stand van 31 januari 2022.');
		expect(contextLines({ ...context, factsOn: context.validOn })).toEqual(contextLines(context));
	});

	it('is also what it is compared with, which is no filter', () => {
		const compared = 'Vergeleken met de situatie op 31 december 2019';
		expect(contextLines({ ...context, compared }).slice(1)).toEqual([
			'Vergeleken met de situatie op 31 december 2019.',
			'Alleen: provincie Fryslân.'
		]);
		expect(conditionsOf({ ...context, compared })).toEqual([compared, 'provincie Fryslân']);
	});

	it('can be quoted with sentence, dates, filter, definition, source, address and demo mark', () => {
		const text = citation({
			sentence: 'Er waren 40 locaties open.',
			definitions: [{ anchor: 'locaties', about: 'locaties' }],
			context,
			definitionsAddress: 'https://ido.example.nl/definities',
			address: 'https://ido.example.nl/voortgang?peildatum=2020-06-30#verloop'
		});
		expect(text).toBe(
			'Er waren 40 locaties open. Situatie op 30 juni 2020, zoals bekend op 31 januari 2022. ' +
				'Alleen: provincie Fryslân. ' +
				'Definitie van locaties: https://ido.example.nl/definities#locaties. ' +
				'Bron: Rolloutmonitor, https://ido.example.nl/voortgang?peildatum=2020-06-30#verloop ' +
				'Met verzonnen voorbeeldgegevens.'
		);
	});

	it('writes cells as their column says', () => {
		expect(cellText(1234, 'number')).toBe('1.234');
		expect(cellText(0.5, 'share')).toBe('50%');
		expect(cellText('2021-06-24', 'day')).toBe('24 jun 2021');
		expect(cellText(null, 'number')).toBe('–');
	});

	it('has a legend with each thing once', () => {
		const series = {
			key: 'fact',
			label: 'Open',
			look: { ink: 'teal', dash: 'solid', shape: 'circle' },
			points: []
		} as const;
		const chart = {
			kind: 'line',
			x: { kind: 'day', label: '' },
			y: { label: '', format: 'number' },
			series: [series],
			goals: [{ from: '2020-01-01', to: '2020-12-31', value: 60, label: '60' }],
			names: { goals: 'Doel', periods: 'Lockdown' }
		} as const;
		const panels = ['a', 'b'].map((key) => ({ key, title: key, chart }));
		expect(legendOf(panels).map(({ label }) => label)).toEqual(['Open', 'Doel']);
	});
});

describe('lines of a picture', () => {
	it('break between words; a word that is too long keeps its own line', () => {
		const fits = (line: string) => line.length <= 8;
		expect(breakLines('een twee burgerservicenummer drie', fits)).toEqual([
			'een twee',
			'burgerservicenummer',
			'drie'
		]);
	});

	it('break a long address after its parameters', () => {
		const fits = (line: string) => line.length <= 12;
		expect(breakLines('Adres: /dekking?a=1&open=12&open=34', fits)).toEqual([
			'Adres:',
			'/dekking?a=1&',
			'open=12&',
			'open=34'
		]);
	});
});
