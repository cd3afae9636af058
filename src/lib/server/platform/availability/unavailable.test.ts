import { describe, expect, it } from 'vitest';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { whyUnavailable } from './unavailable.ts';

/** An error with a code, as `pg` throws it. */
const failure = (code: string) => Object.assign(new Error('something'), { code });

describe('why something cannot be had now', () => {
	it.each(['57P01', '08006', 'ECONNREFUSED'])('the database is away when it says %s', (code) => {
		expect(whyUnavailable(failure(code))).toBe('away');
	});

	it('the database is away when it does not answer a query in time', () => {
		expect(whyUnavailable(new Error('Query read timeout'))).toBe('away');
	});

	it.each([
		[
			'no connection was free',
			new TooBusy('taken', { cause: new Error('timeout exceeded when trying to connect') })
		],
		['the server has no connection left', failure('53300')],
		['a statement took too long', failure('57014')]
	])('it is too busy when %s', (_when, error) => {
		expect(whyUnavailable(error)).toBe('busy');
		expect(whyUnavailable(new Error('no page', { cause: error }))).toBe('busy');
	});

	it.each(['53100', 'ENOSPC'])('the disk is full when it says %s', (code) => {
		expect(whyUnavailable(failure(code))).toBe('disk_full');
	});

	it.each([failure('23505'), new Error('x'), 'text', null])('nothing of it for %s', (error) => {
		expect(whyUnavailable(error)).toBeNull();
	});
});
