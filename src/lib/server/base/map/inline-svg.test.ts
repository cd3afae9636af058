import { expect, test } from 'vitest';
import { mapToken } from '#lib/base/map/token.ts';
import { putMapInPage } from './inline-svg.ts';

const page = `<main><!--x1y2-->${mapToken}<!----></main>`;

test('the map takes the place of the token', () => {
	expect(putMapInPage(page, '<svg>$& $1</svg>')).toBe(
		'<main><!--x1y2--><svg>$& $1</svg><!----></main>'
	);
});

test('a page without a map is left alone', () => {
	expect(putMapInPage(page, undefined)).toBe(page);
});

test('an SVG with a comment is refused, because Svelte would end there', () => {
	expect(() => putMapInPage(page, '<svg><!----></svg>')).toThrow('comment');
});
