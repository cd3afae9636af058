import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { loadColumnLabel } from '#lib/work/load/labels.ts';
import type { JudgedRow } from '#lib/work/load/plan.ts';
import { placeOfRow } from '#lib/work/load/row-place.ts';
import type { LoadRemark } from '#lib/work/load/types.ts';
import { pageOfFate, type PreviewPage } from '#lib/server/work/workbook/read-preview.ts';
import type { ShownRow } from '#lib/work/workbook/shown-row.ts';
import { m } from '#lib/paraglide/messages.js';
import { readLoadPlan } from './apply-load.ts';
import type { LoadUpload } from './queries.ts';

export interface LoadPreview extends PreviewPage {
	rows: ShownRow[];
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
	const { own, ...shown } = pageOfFate(rows, search);
	const asksOrder = upload.order !== null || rows.some(({ row }) => row.asks);
	return { ...shown, asksOrder, rows: own.map(showRow) };
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
