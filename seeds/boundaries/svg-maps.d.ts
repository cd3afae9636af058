/** The package has no types of its own; this is what its index.js holds. */
declare module '@svg-maps/netherlands' {
	const map: {
		label: string;
		viewBox: string;
		locations: { id: string; name: string; path: string }[];
	};
	export default map;
}
