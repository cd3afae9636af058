/** The first that fits wins: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

const SYSTEMS: [RegExp, string][] = [
	[/iPhone|iPad/, 'iOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Macintosh|Mac OS X/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux']
];

/** Browser and system by name, from a user agent; undefined when either is not recognised. */
export function recogniseDevice(
	userAgent: string | null
): { browser: string; system: string } | undefined {
	const find = (names: [RegExp, string][]) =>
		names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
	const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
	return browser && system ? { browser, system } : undefined;
}
