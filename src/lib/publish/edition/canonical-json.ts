/** What JSON can hold. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as JSON that is the same text for the same value, whatever the order in which its keys
 * were written: keys in the order of their UTF-16 code units, numbers and texts as
 * `JSON.stringify` writes them (as in RFC 8785), here with tabs and line ends so that people can
 * read it. Ends with a line end. Throws on a number that JSON cannot hold.
 */
export function canonicalJson(value: Json): string {
	return `${write(value, '')}\n`;
}

function write(value: Json, indent: string): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new RangeError(`JSON cannot hold ${value}`);
		return JSON.stringify(value);
	}
	const deeper = `${indent}\t`;
	if (isList(value)) return writeList(value, indent, deeper);
	const keys = Object.keys(value).sort();
	if (keys.length === 0) return '{}';
	const lines = keys.map((key) => {
		const name = JSON.stringify(key.toWellFormed());
		return `${deeper}${name}: ${write(value[key] ?? null, deeper)}`;
	});
	return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** A list of plain values, such as a row of a table, stands on one line. */
function writeList(list: readonly Json[], indent: string, deeper: string): string {
	if (list.length === 0) return '[]';
	if (list.every((item) => item === null || typeof item !== 'object'))
		return `[${list.map((item) => write(item, deeper)).join(', ')}]`;
	return `[\n${list.map((item) => deeper + write(item, deeper)).join(',\n')}\n${indent}]`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
