import { expect, test } from 'vitest';
import { renderPng } from './render-png.ts';

const svg = (text: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-family="DejaVu Sans">${text}</svg>`;

test('a picture has the width that was asked for', () => {
	const png = renderPng(svg('<rect width="100" height="50"/>'), 300);
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	// Width and height stand at bytes 16 and 20 of a PNG.
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 150]);
});

test('texts are drawn although the machine may have no fonts', () => {
	const empty = renderPng(svg(''), 300);
	const written = renderPng(svg('<text x="5" y="30">Gemeente</text>'), 300);
	expect(written.length).toBeGreaterThan(empty.length + 500);
});
