/** As what a table can be kept: the ends of the addresses of its files. */
export type TableKind = 'csv' | 'xlsx';
/** `maten.csv`, `maten.xlsx` */
export type TableFileName = `${string}.${TableKind}`;

/** The name of a table and as what it is asked for; null when this is no file of a table. */
export function readTableFile(file: string): { name: string; kind: TableKind } | null {
	const [, name, kind] = /^([\w-]+)\.(csv|xlsx)$/.exec(file) ?? [];
	return name && kind ? { name, kind: kind as TableKind } : null;
}

/** The address of the same table as a workbook; that of the CSV may have parameters. */
export const workbookHref = (csvHref: string): string => csvHref.replace(/\.csv(?=\?|$)/, '.xlsx');
