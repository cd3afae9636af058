import { expect, test } from 'vitest';
import { mapLegend, shareClass } from './legend.ts';

test.each([
	[null, 'no_value'],
	[0, 'share_1'],
	[0.2499, 'share_1'],
	[0.25, 'share_2'],
	[0.5, 'share_3'],
	[0.75, 'share_4'],
	[0.9999, 'share_4'],
	[1, 'share_5']
] as const)('a share of %s is in class %s', (share, expected) => {
	expect(shareClass(share)).toBe(expected);
});

test('the legend always has every status in the same order, with counts', () => {
	const { entries } = mapLegend('status', [{ cls: 'planned_90' }, { cls: 'realised' }], []);
	expect(entries).toHaveLength(11);
	expect(entries[0]).toEqual({ cls: 'realised', label: 'Gerealiseerd en toegankelijk', count: 1 });
	expect(entries.reduce((sum, entry) => sum + entry.count, 0)).toBe(2);
});

test('the legend of a share has five classes and one for no value', () => {
	const { entries } = mapLegend('milestones', [{ cls: 'no_value' }], []);
	expect(entries.map((entry) => entry.count)).toEqual([0, 0, 0, 0, 0, 1]);
});

test('points are listed by status, only the ones that occur', () => {
	const { points } = mapLegend('status', [], [
		{ status: 'closed' },
		{ status: 'realised' },
		{ status: 'realised' }
	]); // prettier-ignore
	expect(points).toEqual([
		{ status: 'realised', label: 'Gerealiseerd en toegankelijk', count: 2 },
		{ status: 'closed', label: 'Definitief gesloten', count: 1 }
	]);
});
