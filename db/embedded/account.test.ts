import { describe, expect, it } from 'vitest';
import { pickAccount } from './account.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const postgres = 'postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash';

describe('the account that runs PostgreSQL for root', () => {
	it('is postgres where there is one', () => {
		expect(pickAccount([root, nobody, postgres].join('\n'))).toEqual({ uid: 101, gid: 104 });
	});

	it('is nobody elsewhere', () => {
		expect(pickAccount([root, nobody].join('\n'))).toEqual({ uid: 65534, gid: 65534 });
	});

	it('is missing on a machine with neither, and never root', () => {
		expect(pickAccount(`${root}\npostgres:x:0:0::/:/bin/sh`)).toBeUndefined();
	});
});
