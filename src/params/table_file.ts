import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';

/** The last part of the address of a table: `/dekking/maten.csv`, `/dekking/maten.xlsx`. */
export const match = (name: string): name is TableFileName => readTableFile(name) !== null;
