/** A cell, by its row and column, counted from 0. */
export interface Place {
	row: number;
	col: number;
}

/** Where the reader is: the cell she is in, the other corner of her block, and whether she types there. */
export interface GridState {
	active: Place;
	anchor: Place;
	/** `replace`: typing began anew, and arrows leave the cell; `caret`: arrows move within its text. */
	editing: 'replace' | 'caret' | null;
}

export interface GridShape {
	rows: number;
	cols: number;
	canEdit: (place: Place) => boolean;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export type GridAction =
	| { type: 'move'; to: Direction; extend?: boolean; far?: boolean }
	| { type: 'page'; to: 'up' | 'down'; extend?: boolean }
	| { type: 'go'; place: Place; extend?: boolean }
	| { type: 'edge'; to: 'row-start' | 'row-end' | 'start' | 'end'; extend?: boolean }
	| { type: 'all' }
	| { type: 'edit'; how: 'replace' | 'caret' }
	/** What was typed is kept; `next` and `previous` are cells that can be filled in. */
	| { type: 'leave'; to: Direction | 'next' | 'previous' | 'stay' };

/** Rows of a page up or down. */
const PAGE = 10;

const STEPS: Record<Direction, Place> = {
	...{ up: { row: -1, col: 0 }, down: { row: 1, col: 0 } },
	...{ left: { row: 0, col: -1 }, right: { row: 0, col: 1 } }
};

export const startState = (): GridState => ({
	active: { row: 0, col: 0 },
	anchor: { row: 0, col: 0 },
	editing: null
});

/** Where the reader is after what she did; never outside the table. */
export function reduce(state: GridState, action: GridAction, shape: GridShape): GridState {
	const at = (place: Place, extend = false): GridState => {
		const active = inside(place, shape);
		return { active, anchor: extend ? state.anchor : active, editing: null };
	};
	const { row, col } = state.active;
	switch (action.type) {
		case 'move': {
			const { row: down, col: right } = STEPS[action.to];
			const steps = action.far ? Math.max(shape.rows, shape.cols) : 1;
			return at({ row: row + down * steps, col: col + right * steps }, action.extend);
		}
		case 'page':
			return at({ row: row + (action.to === 'up' ? -PAGE : PAGE), col }, action.extend);
		case 'go':
			return at(action.place, action.extend);
		case 'edge':
			return at(edgeOf(action.to, row, shape), action.extend);
		case 'all':
			return {
				active: state.active,
				...{ anchor: { row: 0, col: 0 }, editing: null },
				...(shape.rows > 0 ? { active: { row: shape.rows - 1, col: shape.cols - 1 } } : {})
			};
		case 'edit':
			if (!shape.canEdit(state.active)) return state;
			return { active: state.active, anchor: state.active, editing: action.how };
		case 'leave':
			return at(leaveTo(state.active, action.to, shape));
	}
}

function edgeOf(
	to: 'row-start' | 'row-end' | 'start' | 'end',
	row: number,
	{ rows, cols }: GridShape
): Place {
	if (to === 'start') return { row: 0, col: 0 };
	if (to === 'end') return { row: rows - 1, col: cols - 1 };
	return { row, col: to === 'row-start' ? 0 : cols - 1 };
}

function leaveTo(from: Place, to: Direction | 'next' | 'previous' | 'stay', shape: GridShape) {
	if (to === 'stay') return from;
	if (to === 'next' || to === 'previous') return nextEditable(from, to === 'next' ? 1 : -1, shape);
	return { row: from.row + STEPS[to].row, col: from.col + STEPS[to].col };
}

/** Along the rows; the same cell when there is none any more. */
function nextEditable(from: Place, step: 1 | -1, { rows, cols, canEdit }: GridShape): Place {
	for (let at = from.row * cols + from.col + step; at >= 0 && at < rows * cols; at += step) {
		const place = { row: Math.floor(at / cols), col: at % cols };
		if (canEdit(place)) return place;
	}
	return from;
}

const between = (value: number, most: number) => Math.max(0, Math.min(value, most - 1));

const inside = ({ row, col }: Place, { rows, cols }: GridShape): Place => ({
	row: between(row, rows),
	col: between(col, cols)
});

export interface Block {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

/** The cells between the active cell and the other corner. */
export function blockOf({ active, anchor }: Pick<GridState, 'active' | 'anchor'>): Block {
	return {
		top: Math.min(active.row, anchor.row),
		bottom: Math.max(active.row, anchor.row),
		left: Math.min(active.col, anchor.col),
		right: Math.max(active.col, anchor.col)
	};
}

/** Its cells, row by row. */
export function placesOf({ top, bottom, left, right }: Block): Place[] {
	const places: Place[] = [];
	for (let row = top; row <= bottom; row++)
		for (let col = left; col <= right; col++) places.push({ row, col });
	return places;
}
