import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { PointLedger } from './information-point.ts';
import { openingDays } from './opening-days.ts';
import { planFact } from './plan-fact.ts';

const DAY = '2022-01-31';

const point = (said: Partial<PointLedger>): PointLedger => ({
	...{ firstPlanOn: null, planOn: null, forecastOn: null },
	...{ openingStatus: null, openingStatusOn: null, openingReasonCode: null },
	...{ openingForm: null, openingPrecision: null },
	...{ operation: null, operationOn: null, operationReasonCode: null, operationEndsOn: null },
	...said
});
const paused = (planOn: string) =>
	point({ planOn, openingStatus: 'on_hold', openingStatusOn: '2022-01-10' });

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('the current plan at the head of a dossier', () => {
	it.each<[string, PointLedger[], string, string | undefined]>([
		['nothing', [], '–', undefined],
		['what is planned', [point({ planOn: '2022-03-01' })], '1 maart 2022', undefined],
		[
			'what is on hold only',
			[paused('2022-03-01')],
			'1 maart 2022',
			'Gepauzeerd sinds 10 januari 2022'
		],
		[
			'what is on hold first, as lists and the status do',
			[point({ planOn: '2022-04-01' }), paused('2021-12-01')],
			'1 december 2021',
			'Gepauzeerd sinds 10 januari 2022. Eerstvolgende opening die niet gepauzeerd is: 1 april 2022'
		],
		[
			'of two of one day the one that is not on hold',
			[paused('2022-03-01'), point({ planOn: '2022-03-01' })],
			'1 maart 2022',
			undefined
		]
	])('is that of %s', (_what, points, value, note) => {
		expect(planFact(openingDays(points), DAY, 'nl')).toEqual({
			label: 'Actuele planning',
			value,
			note
		});
	});
});
