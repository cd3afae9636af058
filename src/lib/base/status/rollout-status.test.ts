import { describe, expect, it } from 'vitest';
import { isWhiteSpot, rolloutStatus, type RolloutFacts } from './rollout-status.ts';

const facts = (change: Partial<RolloutFacts>): RolloutFacts => ({
	...{ realised: 0, accessible: 0, temporarilyClosed: 0, onlineOnly: 0, withdrawn: 0 },
	earliestPlanOn: null,
	libraryProvision: 'served',
	...change
});

describe('the status of a place with something realised', () => {
	it.each([
		[
			'one that people can come to',
			{ realised: 3, accessible: 1, temporarilyClosed: 2 },
			'realised'
		],
		['only closures', { realised: 2, temporarilyClosed: 2 }, 'temporarily_closed'],
		['only one that is online for now', { realised: 1 }, 'online_now'],
		[
			'a closure and one that is online for now',
			{ realised: 2, temporarilyClosed: 1 },
			'online_now'
		],
		['online for now, and one that never opened', { realised: 1, onlineOnly: 1 }, 'online_now']
	] as const)('%s', (_, change, expected) => {
		const status = rolloutStatus(facts(change), '2021-01-28');
		expect(status).toBe(expected);
		expect(isWhiteSpot(status)).toBe(false);
	});
});
