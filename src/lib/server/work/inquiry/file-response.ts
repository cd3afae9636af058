import type { Kysely } from 'kysely';
import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { ownFigureFile } from '#lib/server/figures/page/own-figure-file.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { INQUIRY_GROUPS, inquiryFigure } from '#lib/work/inquiry/figures.ts';
import { readInquiries } from './read-inquiries.ts';

/** A table of the figures about questions, for the programme manager; null when there is none of that name. */
export async function inquiryFile(
	db: Kysely<DB>,
	url: URL,
	fileName: TableFileName
): Promise<Response | null> {
	const file = readTableFile(fileName);
	const group = INQUIRY_GROUPS.find((name) => name === file?.name);
	if (!file || !group) return null;
	const { inquiries, supportInstitutes, ...read } = await readInquiries(db, url.searchParams);
	const { title, table, definitions } = inquiryFigure(inquiries, group);
	const context = viewContext(read, supportInstitutes);
	const name = `ido-navraag-${group}-${read.view.asOf.validOn}`;
	return ownFigureFile({ title, table, definitions, context, url }, { kind: file.kind, name });
}
