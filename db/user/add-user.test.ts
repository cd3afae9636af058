import { describe, expect, it } from 'vitest';
import { readUserOptions } from './add-user.ts';

const filled = ['add', '--email', 'Sanne@Example.nl', '--name', 'Sanne', '--organisation', 'KB'];

/** What is wrong with these words, or nothing. */
function problemOf(...args: string[]): string {
	const read = readUserOptions(args);
	return 'problem' in read ? read.problem : '';
}

describe('the words after npm run user --', () => {
	it('describe an account', () => {
		expect(readUserOptions([...filled, '--role', 'admin'])).toEqual({
			email: 'sanne@example.nl',
			name: 'Sanne',
			organisation: 'KB',
			role: 'admin'
		});
	});

	it('need a POI for an advisor, and only then', () => {
		expect(problemOf(...filled, '--role', 'advisor')).toContain('--poi is needed for an advisor');
		expect(problemOf(...filled, '--role', 'admin', '--poi', 'zb')).toContain('--poi');
		expect(problemOf(...filled, '--role', 'advisor', '--poi', 'zb')).toBe('');
	});

	it.each([
		['nothing', []],
		['another verb', ['remove', ...filled.slice(1), '--role', 'admin']],
		['an unknown role', [...filled, '--role', 'boss']],
		['an unknown option', [...filled, '--role', 'admin', '--password', 'x']],
		['no name', ['add', '--email', 'a@example.nl', '--role', 'admin', '--organisation', 'KB']]
	])('are explained when they say %s', (_what, args) => {
		expect(problemOf(...args)).toContain('Use: npm run user -- add');
	});
});
