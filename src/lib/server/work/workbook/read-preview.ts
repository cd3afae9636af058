import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { countFates, ROW_FATES, type RowFate } from '#lib/work/workbook/preview.ts';
import { FATE_WORDS, type ShownRow } from '#lib/work/workbook/shown-row.ts';
import { compareFile } from './compare-file.ts';
import type { Upload } from './queries.ts';
import { showRow } from './show-rows.ts';

const ROWS_PER_PAGE = 50;

/** Which rows of a file are shown. */
export interface PreviewPage {
	counts: Record<RowFate, number>;
	/** The fate that is shown. */
	fate: RowFate;
	page: number;
	pageCount: number;
}

export interface Preview extends PreviewPage {
	rows: ShownRow[];
	/** Headers, and what her author said of them before. */
	unknownColumns: { name: string; said: string | null }[];
	unknownLibraries: string[];
	asksOrder: boolean;
	asksHeader: boolean;
}

/** One page of the preview of an upload, of the fate that the address asks for. */
export async function readPreview(
	db: Kysely<DB>,
	user: User,
	upload: Upload,
	{ search, today }: { search: URLSearchParams; today: Day }
): Promise<Preview> {
	const file = await compareFile(db, user, upload, today);
	const { own, ...shown } = pageOfFate(file.rows, search);
	return {
		...shown,
		rows: own.map((row) => showRow(row, file.tables, upload.answers)),
		unknownColumns: file.unknownColumns
			.slice(0, 30)
			.map((name) => ({ name, said: file.explained.get(name) ?? null })),
		unknownLibraries: file.unknownLibraries.slice(0, 30),
		...{ asksOrder: file.asksOrder, asksHeader: file.asksHeader }
	};
}

/** The rows of one page of the fate that an address asks for, and how many there are of each. */
export function pageOfFate<Row extends { fate: RowFate }>(
	rows: readonly Row[],
	search: URLSearchParams
): PreviewPage & { own: Row[] } {
	const counts = countFates(rows);
	const word = search.get('toon');
	const asked = ROW_FATES.find((fate) => FATE_WORDS[fate] === word);
	// What has to be looked at comes first; an answer may have left nothing of what was shown.
	const isThere = asked !== undefined && counts[asked] > 0;
	const fate = isThere ? asked : (ROW_FATES.find((one) => counts[one] > 0) ?? 'same');
	const all = rows.filter((row) => row.fate === fate);
	const pageCount = Math.max(1, Math.ceil(all.length / ROWS_PER_PAGE));
	const wanted = Number(/^[1-9]\d{0,4}$/.exec(search.get('pagina') ?? '')?.[0] ?? 1);
	const page = Math.min(wanted, pageCount);
	const own = all.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
	return { counts, fate, page, pageCount, own };
}
