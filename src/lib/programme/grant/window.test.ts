import { describe, expect, it } from 'vitest';
import type { GrantScheme, GrantWindow } from './grant.ts';
import { applicationsOn, windowState } from './window.ts';

const windowOf = (said: Partial<GrantWindow>): GrantWindow => ({
	...{ code: 'een', scheme: 'regeling', firstYear: 2019, lastYear: 2021, announcedOn: null },
	...{ opensOn: '2019-07-24', closesOn: '2019-10-11', how: { nl: '', en: '' }, source: 'bron' },
	...said
});

describe('a period in which one can apply', () => {
	it.each([
		['2019-07-23', 'later'],
		['2019-07-24', 'open'],
		['2019-10-11', 'open'],
		['2019-10-12', 'closed']
	])('is on %s %s', (day, state) => {
		expect(windowState(windowOf({}), day)).toBe(state);
	});

	it('is not told before it was announced', () => {
		const window = windowOf({ announcedOn: '2019-07-01' });
		expect(windowState(window, '2019-06-30')).toBe('unannounced');
		expect(windowState(window, '2019-07-01')).toBe('later');
	});

	it('without a first day is open from its announcement', () => {
		const window = windowOf({ announcedOn: '2019-07-01', opensOn: null });
		expect(windowState(window, '2019-06-30')).toBe('unannounced');
		expect(windowState(window, '2019-07-01')).toBe('open');
	});
});

describe('what one can still apply for', () => {
	it('names schemes of which nobody says when', () => {
		const scheme = (code: string) => ({ code }) as GrantScheme;
		const late = windowOf({ code: 'laat', closesOn: '2021-12-15' });
		const { open, closed, unknown } = applicationsOn(
			'2022-01-31',
			[scheme('regeling'), scheme('andere')],
			[windowOf({}), late]
		);
		expect(open).toEqual([]);
		expect(closed.map(({ code }) => code)).toEqual(['laat', 'een']);
		expect(unknown.map(({ code }) => code)).toEqual(['andere']);
	});
});
