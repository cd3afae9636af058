import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { isDatabaseAway } from './database-away.ts';

/** An error with a code, as `pg` throws it. */
function failure(code: string): Error {
	return Object.assign(new Error('something'), { code });
}

describe('the database is away', () => {
	it('when nothing listens at its address', async () => {
		const db = connect('postgres://nobody@127.0.0.1:1/nothing', { onFailedQuery: () => undefined });
		const error: unknown = await db
			.selectFrom('installation')
			.selectAll()
			.execute()
			.catch((reason: unknown) => reason);
		await db.destroy();
		expect(isDatabaseAway(error)).toBe(true);
	});

	it.each(['57P01', '57P03', '08006', 'ECONNRESET'])('when it says %s', (code) => {
		expect(isDatabaseAway(failure(code))).toBe(true);
	});

	it('also as the cause of another error', () => {
		expect(isDatabaseAway(new Error('no session', { cause: failure('57P01') }))).toBe(true);
	});

	it.each([
		failure('23505'),
		failure('57014'),
		failure('53300'),
		new pg.DatabaseError('x', 1, 'error'),
		'text',
		null
	])('but not when %s', (error) => {
		expect(isDatabaseAway(error)).toBe(false);
	});
});
