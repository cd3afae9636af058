import { describe, expect, it } from 'vitest';
import { noticeOf, saysDiskFull } from './disk-space.ts';

const MB = 1024 * 1024;

describe('the room on the disk', () => {
	it('is told once when it gets little, and once when there is room again', () => {
		const enough = noticeOf('/data', 900 * MB, false);
		expect(enough).toEqual({ isLittle: false, text: null });
		const little = noticeOf('/data', 100 * MB, false);
		expect(little.text).toContain('The disk of /data is nearly full (100 MB free)');
		expect(noticeOf('/data', 90 * MB, little.isLittle).text).toBeNull();
		expect(noticeOf('/data', 800 * MB, true).text).toContain('has room again (800 MB free)');
	});

	it('is no reason to say anything when it is not known', () => {
		expect(noticeOf('/data', undefined, true)).toEqual({ isLittle: true, text: null });
	});

	it('is known to be gone from what the server wrote', () => {
		expect(saysDiskFull('FATAL:  could not write lock file: No space left on device')).toBe(true);
		expect(saysDiskFull('database system is ready')).toBe(false);
	});
});
