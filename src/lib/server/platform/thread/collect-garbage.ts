import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/**
 * Lets go at once of what is no longer used in this thread. For a thread whose library keeps large things
 * outside the heap: the engine does not see them, and would let ten pile up before it looks.
 */
export function collectGarbage(): void {
	if (typeof collect === 'function') collect();
}
