import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { parseCompare } from './query.ts';

const TODAY: Day = '2023-01-10';

function parse(address: string) {
	const params = new URLSearchParams(address);
	const { view, notices } = parseView(params, TODAY, []);
	const { before, view: later, turned } = parseCompare(params, view, TODAY, notices);
	return { before, after: later.asOf, turned };
}

describe('the two situations of an address', () => {
	it.each([
		['vergelijk=2020-01-01&peildatum=2021-01-01', '2020-01-01', '2021-01-01', false],
		['vergelijk=2021-01-01&peildatum=2020-01-01', '2020-01-01', '2021-01-01', true],
		['vergelijk=2021-01-01&peildatum=2021-01-01', '2021-01-01', '2021-01-01', false]
	])('%s goes forward', (address, from, to, turned) => {
		const parsed = parse(address);
		expect([parsed.before.validOn, parsed.after.validOn, parsed.turned]).toEqual([
			from,
			to,
			turned
		]);
	});

	it('one day goes from what was known earlier to what was known later', () => {
		const day = 'peildatum=2021-01-01&vergelijk=2021-01-01';
		const forward = parse(`${day}&vergelijkBekend=2021-02-01&bekendOp=2021-03-01`);
		const turned = parse(`${day}&vergelijkBekend=2021-03-01&bekendOp=2021-02-01`);
		expect(turned).toEqual({ ...forward, turned: true });
		// With everything known is later than any day.
		const known = parse(`${day}&vergelijkBekend=2023-01-10&bekendOp=2021-02-01`);
		expect([known.before.knownOn, known.after.knownOn, known.turned]).toEqual([
			'2021-02-01',
			null,
			true
		]);
	});
});
