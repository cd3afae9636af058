/** Rows kept as columns of whole numbers: row n of all columns together is one of them. */
export type Columns<Name extends string> = Readonly<Record<Name, Int32Array>>;

/** The columns that `make` makes, one after the other. */
export function columnsOf<Name extends string>(
	names: readonly Name[],
	make: (name: Name) => Int32Array
): Columns<Name> {
	return Object.fromEntries(names.map((name) => [name, make(name)])) as Columns<Name>;
}
