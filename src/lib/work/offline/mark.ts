/** Set in a browser that has (had) a key in its store, so that others need not look. */
const MARK = 'ido.offline';

/** Whether anything can be in the store of this browser. */
export function isMarked(): boolean {
	try {
		return localStorage.getItem(MARK) !== null;
	} catch {
		return false;
	}
}

export const setMark = (): void => localStorage.setItem(MARK, '1');
