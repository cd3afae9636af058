import { describe, expect, it } from 'vitest';
import { withIsoDays } from '#lib/base/as-of/iso-days.ts';
import { DATE_PARAMETERS } from '#lib/base/selection/parameters.ts';
import { PAGE_PARAMETERS } from './parameters.ts';

describe('a parameter that takes a day', () => {
	const days = [...DATE_PARAMETERS, ...Object.values(PAGE_PARAMETERS).flat()]
		.filter(({ takes }) => takes === 'day')
		.map(({ name }) => name);

	it.each([...new Set(days)])('%s may be written as people write it', (name) => {
		const typed = new URL(`https://ido.example/?${name}=31+dec+2021`);
		expect(withIsoDays(typed)?.search).toBe(`?${name}=2021-12-31`);
	});
});
