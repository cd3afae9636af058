import { expect, it } from 'vitest';
import { distanceText } from './distance-text.ts';

it.each([
	[0, 'minder dan 1 km'],
	[0.99, 'minder dan 1 km'],
	[1, '1 km'],
	[6.14, '6,1 km'],
	[9.96, '10 km'],
	[23.4, '23 km']
])('%s kilometres are told as "%s"', (km, text) => {
	expect(distanceText(km)).toBe(text);
});
