import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { shareClasses } from '#lib/base/map/types.ts';
import { lookClass, lookLabels, lookText, type MapLooks } from './look-class.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const looks = (lastOn: string | null, silentWeeks = 8): MapLooks => ({
	...{ countedTo: '2021-03-01', silentWeeks },
	lastOn: new Map([['GM0983', lastOn]])
});

describe('how long ago somebody looked, on the map', () => {
	it.each([
		['2021-03-01', 'share_5'],
		['2021-02-15', 'share_5'], // 14 days
		['2021-02-14', 'share_4'],
		['2021-02-01', 'share_4'], // 28 days
		['2021-01-31', 'share_3'],
		['2021-01-04', 'share_3'], // 56 days: not yet silent
		['2021-01-03', 'share_2'],
		[null, 'share_1']
	])('of %s is class %s where a library is silent after eight weeks', (lastOn, expected) => {
		expect(lookClass('GM0983', looks(lastOn))).toBe(expected);
	});

	it('follows the weeks that are set, and knows a municipality without a library', () => {
		expect(lookClass('GM0983', looks('2021-02-14', 2))).toBe('share_2');
		expect(lookClass('GM0984', looks('2021-02-14'))).toBe('no_value');
	});

	it('is named in days, without a gap between the classes', () => {
		expect(shareClasses.map(lookLabels(looks(null)))).toEqual([
			...['nog nooit', 'meer dan 56 dagen', '29 t/m 56 dagen'],
			...['15 t/m 28 dagen', 'hooguit 14 dagen', 'geen bibliotheek']
		]);
		expect(lookLabels(looks(null, 1))('share_5')).toBe('hooguit 1 dag');
	});

	it('is told of each municipality', () => {
		expect(lookText('GM0983', looks('2021-01-03'))).toBe(
			'bibliotheek laatst bekeken op 3 januari 2021'
		);
		expect(lookText('GM0983', looks(null))).toBe('bibliotheek nog nooit bekeken');
		expect(lookText('GM0984', looks(null))).toBe('geen bibliotheek om te bekijken');
	});
});
