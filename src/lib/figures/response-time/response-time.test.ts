import { describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import { responseFigure, responseSentence } from './figures.ts';
import type { AnsweredBy, ResponseTimes } from './types.ts';

const row = (more: Partial<AnsweredBy> = {}): AnsweredBy => ({
	...{ institute: null, received: 0, answered: 0, medianDays: null, late: 0 },
	...more
});
const times = (all: Partial<AnsweredBy>, rows: AnsweredBy[] = []): ResponseTimes => ({
	view: parseView(new URLSearchParams(), '2022-01-31').view,
	...{ today: '2022-01-31', demoData: true, rows, all: row(all) }
});

describe('how fast reports are answered', () => {
	it('is said in a sentence', () => {
		expect(responseSentence(times({}))).toBe(
			'Tot en met 31 januari 2022 zijn er geen meldingen ontvangen.'
		);
		expect(responseSentence(times({ received: 1 }))).toBe(
			'Tot en met 31 januari 2022 is er 1 melding ontvangen. Daarvan is 0 beantwoord.'
		);
		expect(responseSentence(times({ received: 5, answered: 3, medianDays: 1 }))).toBe(
			'Tot en met 31 januari 2022 zijn er 5 meldingen ontvangen. Daarvan zijn er 3 beantwoord. De helft had binnen 1 dag antwoord.'
		);
	});

	it('names KB for what no POI was asked', () => {
		const rows = [row({ received: 2, late: 1 }), row({ institute: 'Cubiss', received: 1 })];
		expect(responseFigure(times({}, rows)).table.rows).toEqual([
			['KB', 2, 0, 1, null],
			['Cubiss', 1, 0, 0, null]
		]);
	});
});
