/** A parameter of an address: pages and files read it, the API describes it, kept pages may have it. */
export interface Parameter {
	name: string;
	/** What is written there: a day, one of these words, or free text. */
	takes: 'day' | 'text' | readonly string[];
	/** It may be there more than once. */
	many?: boolean;
	/** What it does, for the description of the API; without it only the page reads it. */
	about?: string;
	example?: string;
	/** Between which days, in words of the API, where not all days will do. */
	range?: string;
	/** Characters. */
	longest?: number;
}

export const namesOf = (parameters: readonly Parameter[]): string[] =>
	parameters.map(({ name }) => name);
