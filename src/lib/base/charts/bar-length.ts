/** The length of a bar, also of one that floats between two numbers. */
export function barLength(value: unknown): number {
	if (Array.isArray(value)) return Number(value[1]) - Number(value[0]);
	return Number(value ?? 0);
}
