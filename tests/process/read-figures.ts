/** A number as one page, file or answer gives it, under the name of its definition. */
export interface Reading {
	name: string;
	source: string;
	value: number;
}

/** Names with more than one value, and who says which: empty when everything agrees. */
export function disagreements(readings: readonly Reading[]): string[] {
	return [...Map.groupBy(readings, ({ name }) => name)].flatMap(([name, same]) =>
		new Set(same.map(({ value }) => value)).size === 1
			? []
			: [`${name}: ${same.map(({ source, value }) => `${value} (${source})`).join(', ')}`]
	);
}

/** "1.234" or "1,234". */
const numberOf = (text: string) => Number(text.replaceAll(/[.,\u00a0]/g, ''));

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The text between the tags. */
export function textOf(html: string): string {
	return html
		.replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
		.replaceAll(/<!--[\s\S]*?-->/g, '')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
		.replaceAll('\u00ad', '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

/** The first number that a pattern finds in a text; null when it finds nothing. */
export function findNumber(text: string, pattern: RegExp): number | null {
	const found = pattern.exec(text)?.[1];
	return found === undefined ? null : numberOf(found);
}

interface ShownFigure {
	value: number;
	total: number | null;
	planned: number | null;
	/** Open outside a library. */
	outside: number;
}

const figureOf = (value: string, rest: string): ShownFigure => ({
	value: numberOf(value),
	total: findNumber(rest, /^(?:van|of) ([\d.,]+)/),
	planned: findNumber(rest, /(?:Gepland|Planned)[^:]*: ([\d.,]+)/),
	outside: findNumber(rest, /(?:En|And) ([\d.,]+) (?:punt|point)/) ?? 0
});

/** The tiles of a page by their label. */
export function tilesOf(html: string): Map<string, ShownFigure> {
	const tiles = html.split(/<div class="tile\b/).slice(1);
	return new Map(
		tiles.map((tile) => {
			const [label = '', ...rest] = [
				...tile.matchAll(/<(h3|strong|p|span)\b[^>]*>([\s\S]*?)<\/\1>/g)
			].map(([, , inner]) => textOf(inner ?? ''));
			const value = textOf(/<strong[^>]*>([\s\S]*?)<\/strong>/.exec(tile)?.[1] ?? '');
			const unit = textOf(/<span class="unit\b[^>]*>([\s\S]*?)<\/span>/.exec(tile)?.[1] ?? '');
			return [label, figureOf(value, `${unit} ${rest.join(' ')}`)];
		})
	);
}

/** The figures at the head of a dossier by their label. */
export function factsOf(html: string): Map<string, ShownFigure> {
	const facts = html.matchAll(/<dt[^>]*>([\s\S]*?)<\/dt>([\s\S]*?)(?=<dt|<\/dl>)/g);
	return new Map(
		[...facts].map(([, label = '', rest = '']) => {
			const [value = '', ...more] = textOf(rest).split(' ');
			return [textOf(label), figureOf(value, more.join(' '))];
		})
	);
}

/** The counts of a legend by their label: of the areas, or of the marks of points. */
export function legendOf(html: string, part: 'areas' | 'points'): Map<string, number> {
	const begin = html.indexOf(`class="legend ${part}`);
	const list = begin < 0 ? '' : html.slice(begin, html.indexOf('</ul>', begin));
	const entries = list.matchAll(
		/<(a|span)\b[^>]*>([^<]+)<\/\1>(?:\s|<!--[\s\S]*?-->)*<span class="count\b[^>]*>([\d.,]+)<\/span>/g
	);
	return new Map(
		[...entries].map(([, , label = '', count = '']) => [textOf(label), numberOf(count)])
	);
}
