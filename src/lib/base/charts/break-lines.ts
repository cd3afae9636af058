/**
 * A text in lines that fit; a word that does not fit alone keeps its own line, and a long address
 * goes on after one of its `&`.
 */
export function breakLines(text: string, fits: (line: string) => boolean): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
		if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
		else lines.push(...breakAddress(word, fits));
	}
	return lines;
}

function breakAddress(word: string, fits: (line: string) => boolean): string[] {
	const [first = '', ...others] = word.split(/(?<=&)/);
	const lines = [first];
	for (const part of others) {
		const longer = `${lines.at(-1) ?? ''}${part}`;
		if (fits(longer)) lines[lines.length - 1] = longer;
		else lines.push(part);
	}
	return lines;
}
