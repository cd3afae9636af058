import { describe, expect, it } from 'vitest';
import { causeNote } from './cause-figure.ts';
import type { PlanMoves } from './types.ts';

const delayOf = (
	milestone: 'opening' | 'training',
	cause: string
): Pick<PlanMoves, 'parts' | 'query'> => ({
	query: { milestone, cause: null },
	parts: [{ milestone, cause, provinceCode: 'PV31', days: 12, moves: 1 }]
});

describe('the note about what passed without a new plan', () => {
	it('stands with openings, which the map counts apart from what helps online only', () => {
		expect(causeNote(delayOf('opening', 'niet-herpland'))).toContain('‘Planning verlopen’');
	});

	it('is absent where nothing passed, and for milestones that are not on the map', () => {
		expect(causeNote(delayOf('opening', 'lockdown'))).toBeNull();
		expect(causeNote(delayOf('training', 'niet-herpland'))).toBeNull();
	});
});
