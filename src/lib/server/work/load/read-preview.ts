import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { loadColumnLabel, LOAD_FATE_WORDS } from '#lib/work/load/labels.ts';
import type { JudgedRow } from '#lib/work/load/plan.ts';
import { placeOfRow } from '#lib/work/load/row-place.ts';
import { LOAD_FATES, type LoadFate, type LoadRemark } from '#lib/work/load/types.ts';
import type { ShownRow } from '#lib/work/workbook/shown-row.ts';
import { m } from '#lib/paraglide/messages.js';
import { readLoadPlan } from './apply-load.ts';
import type { LoadUpload } from './queries.ts';

const ROWS_PER_PAGE = 50;

export interface LoadPreview {
	counts: Record<LoadFate, number>;
	/** The fate that is shown. */
	fate: LoadFate;
	rows: ShownRow[];
	page: number;
	pageCount: number;
	/** Whether it has days that can be two days, with or without an answer. */
	asksOrder: boolean;
}

/** One page of the preview of a first file, of the fate that the address asks for. */
export async function readLoadPreview(
	db: Kysely<DB>,
	upload: LoadUpload,
	{ search, today }: { search: URLSearchParams; today: Day }
): Promise<LoadPreview> {
	const { rows } = await readLoadPlan(db, upload, today);
	const counts = { wrong: 0, conflict: 0, new: 0, same: 0 };
	for (const { fate } of rows) counts[fate] += 1;
	const asked = LOAD_FATES.find((fate) => LOAD_FATE_WORDS[fate] === search.get('toon'));
	// What has to be looked at comes first.
	const fate = asked ?? LOAD_FATES.find((one) => counts[one] > 0) ?? 'same';
	const own = rows.filter((row) => row.fate === fate);
	const pageCount = Math.max(1, Math.ceil(own.length / ROWS_PER_PAGE));
	const wanted = Number(/^[1-9]\d{0,4}$/.exec(search.get('pagina') ?? '')?.[0] ?? 1);
	const page = Math.min(wanted, pageCount);
	const shown = own.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
	const asksOrder = upload.order !== null || rows.some(({ row }) => row.asks);
	return { ...{ counts, fate, page, pageCount, asksOrder }, rows: shown.map(showRow) };
}

function showRow({ row, fate, changes, pointId }: JudgedRow): ShownRow {
	return {
		...{ key: row.key, fate, changes, place: placeOfRow(row) },
		title: [row.point, row.library].filter(Boolean).join(' · '),
		href: pointId === null ? null : link(`/informatiepunten/${pointId}`),
		remarks: row.remarks.map(({ kind, ...remark }) => ({ kind, text: remarkText(remark) })),
		...{ explanation: [], theirs: null, mineOver: null, longPast: false, pastMeant: false }
	};
}

/** What is wrong, with the column that it is about. */
function remarkText({ column, text }: Pick<LoadRemark, 'column' | 'text'>): string {
	return column === null ? text : m.load_remark({ column: loadColumnLabel(column), text });
}
