import { describe, expect, it } from 'vitest';
import { askDayAgain } from './ask-day-again.ts';

const MADE = '2022-01-31';

describe('a form that began with the day on which it was made', () => {
	it.each([
		['the same day', '31-1-2022', MADE, false],
		['the next morning, left as it was', '31-1-2022', '2022-02-01', true],
		['the next morning, with a day that was chosen', '1-2-2022', '2022-02-01', false],
		['the next morning, with no day', '', '2022-02-01', false]
	])('is asked about %s', (_when, validFrom, today, asked) => {
		const again = askDayAgain({ madeOn: MADE, validFrom }, 'validFrom', today);
		expect(again !== null).toBe(asked);
		if (!again) return;
		expect(again.errors.validFrom).toContain('Dit formulier is van een eerdere dag');
		// Sent again it is an answer.
		expect(askDayAgain(again.values, 'validFrom', today)).toBeNull();
	});

	it('is not asked about when it does not say when it was made', () => {
		expect(askDayAgain({ validFrom: '31-1-2022' }, 'validFrom', '2022-02-01')).toBeNull();
	});
});
