import type { Direction, GridAction, GridState } from './selection.ts';

/** A key as the browser tells of it. */
export interface Key {
	key: string;
	/** Control, or Command on a Mac. */
	ctrl: boolean;
	shift: boolean;
	alt: boolean;
}

/** What a key asks for beside moving: `type` lets the browser put the character in the cell. */
export type Command =
	| GridAction
	| { type: 'cancel' }
	| { type: 'undo' }
	| { type: 'redo' }
	| { type: 'fill' }
	| { type: 'take-away' }
	| { type: 'type' };

const ARROWS: Record<string, Direction> = {
	...{ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }
};

const WITH_CONTROL: Record<string, 'undo' | 'redo' | 'fill' | 'all'> = {
	...{ z: 'undo', y: 'redo', d: 'fill', a: 'all' }
};

/** What a key means here; null for a key that is the browser's. */
export function commandOf(key: Key, editing: GridState['editing']): Command | null {
	if (key.alt) return null;
	return editing === null ? whileMoving(key) : whileTyping(key, editing);
}

function whileMoving({ key, ctrl, shift }: Key): Command | null {
	const arrow = ARROWS[key];
	if (arrow) return { type: 'move', to: arrow, extend: shift, far: ctrl };
	switch (key) {
		case 'PageUp':
		case 'PageDown':
			return { type: 'page', to: key === 'PageUp' ? 'up' : 'down', extend: shift };
		case 'Home':
			return { type: 'edge', to: ctrl ? 'start' : 'row-start', extend: shift };
		case 'End':
			return { type: 'edge', to: ctrl ? 'end' : 'row-end', extend: shift };
		case 'Enter':
		case 'F2':
			return ctrl || shift ? null : { type: 'edit', how: 'caret' };
		case 'Escape':
			return { type: 'leave', to: 'stay' };
		case 'Delete':
		case 'Backspace':
			return { type: 'take-away' };
	}
	if (ctrl) {
		const letter = key.toLowerCase();
		if (letter === 'z' && shift) return { type: 'redo' };
		const type = WITH_CONTROL[letter];
		return type ? { type } : null;
	}
	return [...key].length === 1 && key !== ' ' ? { type: 'type' } : null;
}

function whileTyping(
	{ key, ctrl, shift }: Key,
	editing: NonNullable<GridState['editing']>
): Command | null {
	if (ctrl) return null;
	switch (key) {
		case 'Enter':
			return { type: 'leave', to: shift ? 'up' : 'down' };
		case 'Tab':
			return { type: 'leave', to: shift ? 'previous' : 'next' };
		case 'Escape':
			return { type: 'cancel' };
		case 'F2':
			return { type: 'edit', how: 'caret' };
		case 'ArrowUp':
		case 'ArrowDown':
			return { type: 'leave', to: key === 'ArrowUp' ? 'up' : 'down' };
		case 'ArrowLeft':
		case 'ArrowRight':
			if (editing === 'caret' || shift) return null;
			return { type: 'leave', to: key === 'ArrowLeft' ? 'left' : 'right' };
	}
	return null;
}
