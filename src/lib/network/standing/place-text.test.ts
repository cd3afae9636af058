import { beforeEach, describe, expect, it } from 'vitest';
import type { PointStatus } from '#lib/base/map/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { pointText, type Late } from './place-text.ts';

const FACT_DAY = '2022-01-31';
const OPENED = { openedOn: '2022-01-10', planOn: null };
const PASSED = { openedOn: null, planOn: '2022-01-10' };
const PLANNED = { openedOn: null, planOn: '2022-03-01' };
const NOTHING = { openedOn: null, planOn: null };

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('the name of a mark on the map, which its popup shows too', () => {
	it.each<[PointStatus, { openedOn: string | null; planOn: string | null }, Late, string]>([
		['realised', OPENED, {}, 'open sinds 10 januari 2022'],
		['temporarily_closed', OPENED, {}, 'tijdelijk dicht'],
		['online_only', PASSED, {}, 'alleen online of telefonisch'],
		['plan_overdue', PASSED, {}, 'planning verlopen (10 januari 2022)'],
		[
			'plan_overdue',
			PASSED,
			{ reason: 'Brand' },
			'planning verlopen (10 januari 2022); reden: Brand'
		],
		[
			'plan_overdue',
			{ ...PASSED, planOn: '2021-05-03' },
			{},
			'planning van 3 mei 2021 lang voorbij, zonder nieuwe'
		],
		[
			'plan_overdue',
			PASSED,
			{ expectedOn: '2022-02-14', reason: 'Brand' },
			'planning verlopen (10 januari 2022), verwacht op 14 februari 2022; reden: Brand'
		],
		[
			'plan_overdue',
			{ ...PASSED, planOn: '2021-05-03' },
			{ expectedOn: '2022-02-14' },
			'planning verlopen (3 mei 2021), verwacht op 14 februari 2022'
		],
		[
			'plan_overdue',
			{ ...PASSED, planOn: '2021-05-03' },
			{ heldSince: '2021-09-01', reason: 'Brand' },
			'planning verlopen (3 mei 2021), gepauzeerd sinds 1 september 2021; reden: Brand'
		],
		[
			'planned_90',
			PLANNED,
			{ heldSince: '2022-01-12' },
			'gepland voor 1 maart 2022, gepauzeerd sinds 12 januari 2022'
		],
		['planned_90', PLANNED, {}, 'gepland voor 1 maart 2022'],
		['planned_later', PLANNED, {}, 'gepland voor 1 maart 2022'],
		['plan_withdrawn', NOTHING, { reason: 'Brand' }, 'planning ingetrokken; reden: Brand'],
		['not_planned', NOTHING, {}, 'niet gepland'],
		['closed', OPENED, {}, 'definitief gesloten']
	])('says of %s with %j and %j: "%s"', (status, days, late, text) => {
		expect(pointText({ name: 'Punt', status, ...days }, { factDay: FACT_DAY, ...late })).toBe(
			`Punt, ${text}`
		);
	});
});
