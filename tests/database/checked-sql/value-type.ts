/** What a value of a result is, once the driver has read it. */
export type Kind =
	| 'array'
	| 'bigint'
	| 'boolean'
	| 'Buffer'
	| 'Date'
	| 'null'
	| 'number'
	| 'object'
	| 'string'
	| 'undefined'
	| 'unknown';

/** A TypeScript type as far as values can be compared with it. */
export interface ValueType {
	/** Any of these. `unknown` allows all, `undefined` a property that is not there. */
	kinds: Kind[];
	/** Only these, when the type names them all: 'library' | 'school'. */
	literals?: (string | number)[];
	/** Of an array. */
	items?: ValueType;
	/** Of an object, by name. */
	properties?: Record<string, ValueType>;
	/** Of an object, under any other name. */
	others?: ValueType;
}

/** What a row type at one place in the source says. */
export interface Description {
	/**
	 * `statement`: the whole row of a result. `column`: one column, under its alias. `fragment`: a
	 * condition or value inside other statements, which no result shows.
	 */
	role: 'statement' | 'column' | 'fragment';
	alias: string | null;
	type: ValueType;
}

/** By {@link NamedRowType.place}. */
export type Descriptions = Record<string, Description>;

/** How a place is written in the text of a statement, where PostgreSQL ignores it. */
export const markOf = (place: string): string => `/*row type of ${place}*/`;

const MARK = /\/\*row type of (.*?)\*\//g;
const LEADING_MARKS = /^(?:\s*\/\*row type of .*?\*\/)*/;

/** Places whose marks are in a text; those in front of everything else speak of the whole statement. */
export function marksIn(text: string): { place: string; leads: boolean }[] {
	const leading = LEADING_MARKS.exec(text)?.[0].length ?? 0;
	return [...text.matchAll(MARK)].map(({ index, 1: place = '' }) => ({
		place,
		leads: index < leading
	}));
}
