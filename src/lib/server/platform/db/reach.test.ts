import { describe, expect, it } from 'vitest';
import { currentReach, Reach, StatementOrder, withReach } from './reach.ts';

/** An error with a code, as `pg` throws it. */
const failure = (code: string) => Object.assign(new Error('something'), { code });

/** What is known after a statement that was answered so. */
async function after(answer: () => Promise<unknown>): Promise<[boolean, boolean]> {
	const reach = new Reach();
	await reach.follow(answer).catch(() => undefined);
	return [reach.isNothing, reach.isSomething];
}

const CERTAIN_NOT = [true, false];
const CERTAIN = [false, true];
const UNKNOWN = [false, false];

describe('what stands of a request', () => {
	it('is nothing for certain when nothing was asked to be kept', () => {
		expect([new Reach().isNothing, new Reach().isSomething]).toEqual(CERTAIN_NOT);
	});

	it('is nothing for certain when the database refused, or rolled back', async () => {
		expect(await after(() => Promise.reject(failure('23505')))).toEqual(CERTAIN_NOT);
		expect(await after(() => Promise.reject(failure('57014')))).toEqual(CERTAIN_NOT);
		expect(await after(() => Promise.resolve({ command: 'ROLLBACK' }))).toEqual(CERTAIN_NOT);
	});

	it('is something for certain when it answered', async () => {
		expect(await after(() => Promise.resolve({ command: 'COMMIT' }))).toEqual(CERTAIN);
	});

	it.each(['57P01', '57P02', '08006', 'XX000', 'ECONNRESET', 'EPIPE'])(
		'is unknown when it or the way to it went down: %s',
		async (code) => {
			expect(await after(() => Promise.reject(failure(code)))).toEqual(UNKNOWN);
		}
	);

	it('is unknown while there is no answer, and when none came in time', async () => {
		const reach = new Reach();
		void reach.follow(() => new Promise(() => undefined));
		expect([reach.isNothing, reach.isSomething]).toEqual(UNKNOWN);
		expect(await after(() => Promise.reject(new Error('Query read timeout')))).toEqual(UNKNOWN);
	});

	it('is that of the request in which it is asked', () => {
		const reach = new Reach();
		expect(currentReach()).toBeUndefined();
		expect(withReach(reach, currentReach)).toBe(reach);
	});
});

describe('a statement after which something stands', () => {
	const keptOf = (texts: readonly string[]) => {
		const order = new StatementOrder();
		return texts.filter((text) => order.isKept(text));
	};

	it('is the commit of a transaction, whatever is in it', () => {
		expect(
			keptOf(['begin', 'insert into a values (1)', 'savepoint x', 'rollback to x', 'commit'])
		).toEqual(['commit']);
		expect(keptOf(['start transaction isolation level serializable', 'COMMIT'])).toEqual([
			'COMMIT'
		]);
	});

	it('is none of a transaction that is taken back', () => {
		expect(keptOf(['begin', 'update a set b = 1', 'rollback', 'select 1'])).toEqual([]);
	});

	it('is a write by itself, also one behind a name', () => {
		const writes = [
			'insert into "a" ("b") values ($1)',
			'\n\tdelete from a',
			'with gone as (delete from a returning b) select * from gone',
			'call something()'
		];
		expect(keptOf(writes)).toEqual(writes);
	});

	it('is no question', () => {
		expect(keptOf(['select 1', '\n\twith a as (select 1) select * from a', 'show x'])).toEqual([]);
	});
});
