import { expect, it } from 'vitest';
import { accountKey } from './account-key.ts';

const SECRET = 'x'.repeat(32);

it('gives an account the same key each time, and every other account or installation another', () => {
	const mine = accountKey('ada', SECRET);
	expect(accountKey('ada', SECRET)).toEqual(mine);
	expect(Buffer.from(mine.key, 'base64')).toHaveLength(32);
	for (const other of [accountKey('eva', SECRET), accountKey('ada', 'y'.repeat(32))]) {
		expect(other.key).not.toBe(mine.key);
		expect(other.account).not.toBe(mine.account);
	}
});
