/**
 * A text from outside as PostgreSQL and every encoding can keep it: without the zero byte, which is
 * the one character that PostgreSQL refuses, and without halves of characters. A space stands in
 * for a zero byte, so that words do not run together.
 */
export function fitText(text: string): string {
	return text.replaceAll('\0', ' ').toWellFormed();
}
