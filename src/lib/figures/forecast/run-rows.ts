/**
 * Rows with a whole number per run, in one block. The allocator of the system gives a large block back;
 * of hundreds of small ones it keeps most when they are no longer used.
 */
export function runRows(rows: number, runs: number): Int32Array[] {
	const block = new Int32Array(rows * runs);
	return Array.from({ length: rows }, (_, row) => block.subarray(row * runs, (row + 1) * runs));
}
