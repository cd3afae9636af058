import { describe, expect, it } from 'vitest';
import { inheritedEvents, type LibraryEvent } from './succession.ts';

const event = (milestoneCode: string, kind: LibraryEvent['kind'], effectiveOn: string) => ({
	milestoneCode,
	kind,
	effectiveOn
});

describe('what a merged library inherits', () => {
	it('is the earliest first plan, with the current plan of the same predecessor', () => {
		const vannu = [
			event('training', 'planned', '2019-11-01'),
			event('training', 'planned', '2019-12-01')
		];
		const markiezaat = [event('training', 'planned', '2019-11-20')];
		expect(inheritedEvents([markiezaat, vannu])).toEqual(vannu);
	});

	it('is achieved on the earliest day when one of them achieved it', () => {
		const late = event('aanvraag', 'achieved', '2019-10-01');
		const early = event('aanvraag', 'achieved', '2019-09-01');
		expect(inheritedEvents([[late], [early]])).toEqual([early]);
	});

	it('is the latest state when none achieved it', () => {
		const held = event('netwerk', 'on_hold', '2019-10-01');
		const resumed = event('netwerk', 'resumed', '2019-11-01');
		expect(inheritedEvents([[held, resumed], []])).toEqual([resumed]);
	});

	it('leaves alone what the successor recorded itself', () => {
		const own = [
			event('netwerk', 'planned', '2020-01-01'),
			event('netwerk', 'achieved', '2020-09-01')
		];
		const before = [
			event('netwerk', 'planned', '2019-09-01'),
			event('netwerk', 'achieved', '2020-03-01')
		];
		expect(inheritedEvents([before], own)).toEqual([]);
	});
});
