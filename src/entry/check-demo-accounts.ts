import { describeDemoAccounts } from '#lib/server/access/account/demo-accounts.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { Env } from '#lib/server/platform/env/env.ts';
import { StartProblem } from './progress.ts';

const ADVICE = [
	'The password of the demo accounts is published, so anybody could sign in at a public address.',
	'Fill an empty database with `npm run seed -- reference` and make the first account with',
	'`npm run user -- add`. For a demonstration with invented data set ALLOW_DEMO_ACCOUNTS=yes.'
].join('\n');

/** Whether an address in public must not have accounts whose password everybody knows. */
export function refusesDemoAccounts({ ORIGIN, ALLOW_DEMO_ACCOUNTS }: Env): boolean {
	return ORIGIN?.startsWith('https:') === true && ALLOW_DEMO_ACCOUNTS === 'no';
}

/** Throws a {@link StartProblem} instead of filling an empty database with demo accounts. */
export function refuseToFill(env: Env): void {
	if (!refusesDemoAccounts(env)) return;
	throw new StartProblem(`The database is empty, and ORIGIN is ${env.ORIGIN}.\n${ADVICE}`);
}

/** Throws a {@link StartProblem} when demo accounts can sign in at a public address. */
export async function checkDemoAccounts(env: Env, appUrl: string): Promise<void> {
	if (!refusesDemoAccounts(env)) return;
	const db = connect(appUrl, { poolSize: 1 });
	try {
		if ((await describeDemoAccounts(db)).length === 0) return;
	} finally {
		await db.destroy();
	}
	throw new StartProblem(`The database has demo accounts, and ORIGIN is ${env.ORIGIN}.\n${ADVICE}`);
}
