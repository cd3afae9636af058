import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellClasses, cellPaints, inks, paletteProperties, pointFills } from './palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

test('palette.css has the colours that downloads are painted with', () => {
	const css = readFileSync(new URL('./palette.css', import.meta.url), 'utf8');
	const written = [...css.matchAll(/^\t(--map-[\w-]+): (#\w+);$/gm)].map(([, name, value]) => [
		name,
		value
	]);
	expect(written).toEqual(paletteProperties());
});

test('no two classes of one measure share both colour and texture', () => {
	const looks = cellClasses.map((cls) => `${cellPaints[cls].fill} ${cellPaints[cls].texture}`);
	expect(new Set(looks).size).toBe(cellClasses.length);
});

test('the share classes become darker from class to class', () => {
	const shades = (['share_1', 'share_2', 'share_3', 'share_4', 'share_5'] as const).map((cls) =>
		luminance(cellPaints[cls].fill)
	);
	expect(shades.toSorted((a, b) => b - a)).toEqual(shades);
});

test('a texture shows on its colour, and text and outlines on paper', () => {
	for (const cls of cellClasses) {
		const { fill, ink, texture } = cellPaints[cls];
		if (texture !== 'plain') expect(contrast(fill, ink), cls).toBeGreaterThan(2);
	}
	expect(contrast(inks.text, inks.paper)).toBeGreaterThan(7);
	expect(contrast(inks.coast, inks.paper)).toBeGreaterThan(4.5);
});

test('the marks of points stand out from paper by 3 to 1', () => {
	for (const [status, fill] of Object.entries(pointFills)) {
		expect(contrast(fill, inks.paper), status).toBeGreaterThanOrEqual(3);
	}
});
