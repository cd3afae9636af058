/** A piece of HTML or SVG that was made here, so that it stays as it is when put into another. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Writes HTML: everything that is put in is escaped, except other {@link Html}; null is nothing. */
export function markup(texts: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(texts.map((text, index) => text + write(parts[index])).join(''));
}

function write(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Html) return part.text;
	if (typeof part === 'string' || typeof part === 'number')
		return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
	return part.map(write).join('');
}
