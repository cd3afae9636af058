/** The same address parameters and one more; the given ones stay as they are. */
export function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
	const more = new URLSearchParams(params);
	more.set(name, value);
	return more;
}
