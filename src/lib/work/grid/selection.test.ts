import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from './keys.ts';
import {
	blockOf,
	placesOf,
	reduce,
	startState,
	type GridAction,
	type GridState
} from './selection.ts';

/** Four rows of three; the middle column is of other rows. */
const SHAPE = { rows: 4, cols: 3, canEdit: ({ col }: { col: number }) => col !== 1 };

const KEYS = [
	...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
	...['Enter', 'F2', 'Escape', 'Tab', 'Delete', 'a', 'z', 'd', '1']
];

/** What the state is after these keys: `S-` with Shift, `C-` with Control. */
function press(keys: string, from: GridState = startState()): GridState {
	return keys.split(' ').reduce((state, name) => {
		const key = { key: name.slice(name.lastIndexOf('-') + 1), alt: false };
		const command = commandOf(
			{ ...key, shift: name.includes('S-'), ctrl: name.includes('C-') },
			state.editing
		);
		if (!command) return state;
		const action: GridAction =
			command.type === 'type'
				? { type: 'edit', how: 'replace' }
				: command.type === 'cancel'
					? { type: 'leave', to: 'stay' }
					: (command as GridAction);
		return reduce(state, action, SHAPE) ?? state;
	}, from);
}
const where = ({ active: { row, col }, editing }: GridState) => [row, col, editing];

describe('the keys of the table', () => {
	it.each([
		['ArrowDown ArrowRight', [1, 1, null]],
		['ArrowUp ArrowLeft', [0, 0, null]],
		['C-ArrowDown C-ArrowRight', [3, 2, null]],
		['C-End Home', [3, 0, null]],
		['PageDown', [3, 0, null]],
		['Enter', [0, 0, 'caret']],
		['F2 ArrowRight', [0, 0, 'caret']],
		['1 ArrowRight', [0, 1, null]],
		['1 Enter', [1, 0, null]],
		['1 S-Enter', [0, 0, null]],
		// The next cell that can be filled in, and over the end of the row.
		['1 Tab', [0, 2, null]],
		['1 Tab 1 Tab', [1, 0, null]],
		['C-End 1 Tab', [3, 2, null]],
		['1 S-Tab', [0, 0, null]],
		['F2 Escape', [0, 0, null]],
		// Nothing is filled in where the milestone is of the other rows.
		['ArrowRight Enter', [0, 1, null]],
		// Without typing Tab is the browser's: it leaves the table.
		['Tab', [0, 0, null]]
	] as const)('%s comes to %o', (keys, place) => {
		expect(where(press(keys))).toEqual(place);
	});

	it('choose a block with Shift, and all of it', () => {
		expect(blockOf(press('ArrowDown S-ArrowDown S-ArrowRight'))).toEqual({
			...{ top: 1, bottom: 2, left: 0, right: 1 }
		});
		expect(placesOf(blockOf(press('C-a')))).toHaveLength(12);
		expect(blockOf(press('S-ArrowDown Escape'))).toMatchObject({ top: 1, bottom: 1 });
	});

	it('never come outside the table', () => {
		const key = fc
			.tuple(fc.constantFrom('', 'S-', 'C-', 'C-S-'), fc.constantFrom(...KEYS))
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.array(key), (keys) => {
				let state = startState();
				for (const one of keys) {
					if (!/-[zd]$/.test(one) && one !== 'Delete' && !one.endsWith('-Delete'))
						state = press(one, state);
					for (const { row, col } of [state.active, state.anchor]) {
						expect(row >= 0 && row < SHAPE.rows && col >= 0 && col < SHAPE.cols).toBe(true);
					}
					if (state.editing !== null) expect(SHAPE.canEdit(state.active)).toBe(true);
				}
			})
		);
	});
});
