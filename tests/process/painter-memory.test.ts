import { describe, expect, it } from 'vitest';
import { Painter } from '#lib/server/platform/painter/painter.ts';

/** 16 MB of pixels, and soon painted. */
const EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"></svg>';
const PIXELS_MB = 16;
const PICTURES = 12;

// In a process of its own: the memory of a process is that of all its threads.
describe('the painter', () => {
	it('keeps no picture once it is painted', async () => {
		const painter = new Painter();
		const paintAll = async () => {
			for (let picture = 0; picture < PICTURES; picture++) await painter.paint(EMPTY, 2000);
			return process.memoryUsage.rss() / 1024 / 1024;
		};
		try {
			// What the allocator keeps for the next one stands after the first round.
			const before = await paintAll();
			expect((await paintAll()) - before).toBeLessThan((PICTURES / 2) * PIXELS_MB);
		} finally {
			await painter.stop();
		}
	}, 30_000);
});
