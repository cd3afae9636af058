/**
 * The library at which one stands after saving: the last one that was answered, or else the nearest
 * one below it that is still on the list, or above it. Null when none of them is.
 */
export function placeAfter(
	/** As they stood on the list that was sent. */
	shown: readonly string[],
	answered: ReadonlySet<string>,
	left: ReadonlySet<string>
): string | null {
	const at = shown.findLastIndex((slug) => answered.has(slug));
	if (at < 0) return null;
	const nearest = [...shown.slice(at), ...shown.slice(0, at).toReversed()];
	return nearest.find((slug) => left.has(slug)) ?? null;
}
