import { afterAll, describe, expect, it } from 'vitest';
import { Painter } from '#lib/server/platform/painter/painter.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';

const painter = new Painter();
afterAll(() => painter.stop());

const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>';

describe('a thread that paints', () => {
	it('makes the picture of each drawing', async () => {
		const [first, second] = await Promise.all([painter.paint(svg, 8), painter.paint(svg, 16)]);
		const widthOf = (png: Uint8Array) => Buffer.from(png).readUInt32BE(16);
		expect([widthOf(first), widthOf(second)]).toEqual([8, 16]);
	});

	it('fails for a drawing that is none, and goes on', async () => {
		await expect(painter.paint('no drawing', 8)).rejects.toThrow();
		expect((await painter.paint(svg, 8)).length).toBeGreaterThan(0);
	});

	it('refuses more than a few at once', async () => {
		const asked = Array.from({ length: 12 }, () => painter.paint(svg, 8));
		const outcomes = await Promise.allSettled(asked);
		const refused = outcomes.filter((one) => one.status === 'rejected');
		expect(refused).toHaveLength(4);
		expect(refused.every(({ reason }) => reason instanceof TooBusy)).toBe(true);
	});
});
