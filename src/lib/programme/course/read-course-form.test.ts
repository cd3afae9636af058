import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { reportedYears, SMALLEST_SHOWN } from './course.ts';
import { entryValues } from './entry-values.ts';
import { readCourseForm } from './read-course-form.ts';
import { anyCourseCounts } from '#tests/factories/course.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const read = (values: Record<string, string>) =>
	readCourseForm((name) => ({ source: 'opgave_bibliotheek', ...values })[name] ?? '');
const klikEnTik = (groups: string, participants: string) =>
	read({ 'klik_en_tik-groups': groups, 'klik_en_tik-participants': participants });

describe('a form with courses', () => {
	it.each<[string, string, { groups: number; participants: number | null } | null]>([
		['12', '96', { groups: 12, participants: 96 }],
		[' 12 ', '1.096', { groups: 12, participants: 1096 }],
		['', '', null],
		['0', '0', { groups: 0, participants: 0 }],
		['1', '<5', { groups: 1, participants: null }],
		['1', 'minder dan 5', { groups: 1, participants: null }],
		// A number that could tell about a person is not kept.
		['1', '4', { groups: 1, participants: null }],
		['1', '5', { groups: 1, participants: 5 }]
	])('reads %j groups and %j participants', (groups, participants, count) => {
		expect(klikEnTik(groups, participants).counts?.klik_en_tik).toEqual(count);
	});

	it.each<[string, string, string]>([
		['twaalf', '96', 'groups'],
		['12', '9,5', 'participants'],
		['12', '-3', 'participants'],
		['12', '1.96', 'participants'],
		['10001', '96', 'groups'],
		['12', '100001', 'participants'],
		['12', '', 'participants'],
		['', '96', 'groups'],
		['0', '96', 'groups'],
		['0', '<5', 'groups'],
		['12', '0', 'participants']
	])('refuses %j groups and %j participants, at %s', (groups, participants, field) => {
		expect(Object.keys(klikEnTik(groups, participants).errors ?? {})).toEqual([
			`klik_en_tik-${field}`
		]);
	});

	it('tells all errors at once, and wants to know where the numbers come from', () => {
		const { errors } = read({ source: '', 'lokaal-groups': 'x', 'digisterker-participants': '3' });
		expect(Object.keys(errors ?? {}).sort()).toEqual([
			'digisterker-groups',
			'lokaal-groups',
			'source'
		]);
	});

	it('never breaks, and keeps no number below five', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (groups, participants) => {
				const count = klikEnTik(groups, participants).counts?.klik_en_tik;
				const people = count?.participants ?? null;
				expect(people === null || people === 0 || people >= SMALLEST_SHOWN).toBe(true);
			})
		);
	});

	it('reads back what it shows', () => {
		fc.assert(
			fc.property(anyCourseCounts, (counts) => {
				const typed = entryValues(counts, 'bibliotheekmonitor');
				expect(readCourseForm((name) => typed[name] ?? '')).toEqual({
					counts,
					source: 'bibliotheekmonitor'
				});
			})
		);
	});
});

describe('the years that can be reported', () => {
	it('are those that are over, the last one first, from the year before the programme', () => {
		expect(reportedYears('2022-01-31')).toEqual([2021, 2020, 2019, 2018]);
		expect(reportedYears('2021-12-31')).toEqual([2020, 2019, 2018]);
		expect(reportedYears('2018-12-31')).toEqual([]);
	});
});
