import { describe, expect, it } from 'vitest';
import { exactnessOf, publisherOf } from './published.ts';

describe('how exact a published number is', () => {
	it.each([
		['439', 'KB series: library locations with an IDO in 2021', 'exact'],
		['400', 'About 400 information points open', 'about'],
		['>200', 'More than 200 IDOs realised', 'at_least']
	])('%s (%s): %s', (value, description, exactness) => {
		expect(exactnessOf(value, description)).toBe(exactness);
	});
});

describe('who published it', () => {
	it.each([
		['https://www.cbs.nl/nl-nl/cijfers/detail/82469NED', 'CBS'],
		['https://www.example.nl/a ; https://www.cbs.nl/b', 'example.nl'],
		['Letter to parliament', 'Letter to parliament']
	])('%s: %s', (source, publisher) => {
		expect(publisherOf(source)).toBe(publisher);
	});
});
