import { RowList } from './row-list.ts';

/** Rows kept as columns of whole numbers: row n of all columns together is one of them. */
export type Columns<Name extends string> = Readonly<Record<Name, Int32Array>>;

/** The columns that `make` makes, one after the other. */
export function columnsOf<Name extends string>(
	names: readonly Name[],
	make: (name: Name) => Int32Array
): Columns<Name> {
	return Object.fromEntries(names.map((name) => [name, make(name)])) as Columns<Name>;
}

/** Which rows give way: those with one of these ids in the column `column`. */
interface Replaced<Name extends string> {
	column: Name;
	ids: ReadonlySet<number>;
}

/** The same rows, but those that give way as they are in the parts of `fresh`. */
export function replaceRows<Name extends string>(
	names: readonly Name[],
	old: Columns<Name>,
	{ column, ids }: Replaced<Name>,
	fresh: readonly Columns<Name>[]
): Columns<Name> {
	const idOf = old[column];
	const list = new RowList();
	for (let row = 0; row < idOf.length; row++) if (!ids.has(idOf[row]!)) list.add(row);
	const kept = list.toArray();
	const count = fresh.reduce((sum, part) => sum + part[column].length, kept.length);
	return columnsOf(names, (name) => {
		const joined = new Int32Array(count);
		const values = old[name];
		for (let at = 0; at < kept.length; at++) joined[at] = values[kept[at]!]!;
		let at = kept.length;
		for (const part of fresh) {
			joined.set(part[name], at);
			at += part[name].length;
		}
		return joined;
	});
}
