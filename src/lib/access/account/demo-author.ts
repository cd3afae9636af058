/**
 * The id of whoever records in the demo story for an organisation (`kb`, or the slug of a POI). The
 * demo account of that organisation has the same id, so its user may undo what the story recorded.
 */
export function demoAuthorId(organisation: string): string {
	return `demo:${organisation}`;
}
