import { beforeEach, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { Reach } from '#lib/server/platform/db/reach.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { handleError } from './handle-error.ts';

vi.mock('#lib/server/platform/log/log.ts', () => ({
	getLog: () => ({ error: () => undefined, warn: () => undefined })
}));

beforeEach(() => overwriteGetLocale(() => 'nl'));

/** An error with a code, as `pg` throws it. */
const failure = (code: string) => Object.assign(new Error('something'), { code });

const FAILURES: [string, Error][] = [
	['the database is away', failure('08006')],
	['a statement was given up', new Error('Query read timeout')],
	['no connection was free', new TooBusy()],
	['a statement took too long', failure('57014')],
	['the disk is full', failure('53100')],
	['something unexpected', new TypeError('x is undefined')]
];

/** What is answered to a request that failed so. */
function answerTo(method: string, error: Error, reach?: Reach, cookie?: string) {
	const event = {
		request: new Request('http://localhost/', { method }),
		route: { id: '/' },
		cookies: { get: () => cookie },
		locals: reach ? { reach } : {}
	};
	return handleError({ error, event, status: 500 });
}

/** A request of which a commit got no answer. */
async function unanswered(): Promise<Reach> {
	const reach = new Reach();
	await reach.follow(() => Promise.reject(new Error('Query read timeout'))).catch(() => undefined);
	return reach;
}

describe.each(FAILURES)('when %s', (_when, error) => {
	it('says that nothing was recorded where the database was asked to keep nothing', async () => {
		for (const reach of [undefined, new Reach()]) {
			const answer = answerTo('POST', error, reach);
			expect(answer.nothingRecorded).toBe(true);
			expect(answer.message).toContain('Er is niets vastgelegd.');
		}
	});

	it('says that it may stand, and that sending again is safe, where a commit has no answer', async () => {
		const answer = answerTo('POST', error, await unanswered());
		expect(answer.nothingRecorded).toBeUndefined();
		expect(answer.message).toContain('We weten niet of dit is vastgelegd.');
		expect(answer.message).toContain('Dat kan geen kwaad');
	});

	it('says the same where a part stands already', async () => {
		const reach = new Reach();
		await reach.follow(() => Promise.resolve({ command: 'COMMIT' }));
		expect(answerTo('POST', error, reach).message).toContain('We weten niet');
	});

	it('says of a page that what was sent before it arrived, and else nothing of sending', async () => {
		const after = answerTo('GET', error, undefined, '1');
		expect(after.message).toContain('Wat u net hebt verstuurd, is wel aangekomen.');
		expect(answerTo('GET', error).message).not.toMatch(/vastgelegd|verstuur/);
	});
});
