import { sql, type RawBuilder } from 'kysely';
import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import type { Page } from '#lib/network/standing/types.ts';
import { PAGE_SIZE, type Direction, type SortKey } from '#lib/base/selection/list.ts';

/** How a list is sorted, and which page of it (from 1). */
export interface Paging {
	sort: SortKey;
	direction: Direction;
	page: number;
	/** Rows per page; `PAGE_SIZE` when absent. */
	pageSize?: number;
}

/** Statuses in their own order, for `array_position`. */
export const STATUS_ORDER = sql`array[${sql.join([...ROLLOUT_STATUSES, 'closed'])}]`;

/** `order by` in the direction asked for; what has no value comes last either way, then by name. */
export function orderSql(
	order: RawBuilder<unknown> | undefined,
	{ direction }: Paging,
	name: RawBuilder<unknown>,
	id: RawBuilder<unknown>
): RawBuilder<unknown> {
	const way = direction === 'desc' ? sql`desc` : sql`asc`;
	// As the index on names is, so that the first pages need no sorting.
	if (!order) return sql`order by ${name} ${way}, ${id} ${way}`;
	return sql`order by ${order} ${way} nulls last, ${name}, ${id}`;
}

interface Slice<Row> {
	rows: Row[];
	/** Rows of all pages; may be 0 when there are no rows here. */
	total: number;
}

/** Reads one page; when it lies after the last page, the last page. */
export async function readPage<Row>(
	{ page, pageSize = PAGE_SIZE }: Paging,
	read: (limit: number, offset: number) => Promise<Slice<Row>>
): Promise<Page<Row>> {
	const slice = await read(pageSize, (page - 1) * pageSize);
	if (slice.rows.length > 0 || page === 1) return toPage(slice, page, pageSize);
	const first = await read(pageSize, 0);
	const last = Math.ceil(first.total / pageSize);
	if (last <= 1) return toPage(first, 1, pageSize);
	return toPage(await read(pageSize, (last - 1) * pageSize), last, pageSize);
}

function toPage<Row>({ rows, total }: Slice<Row>, page: number, pageSize: number): Page<Row> {
	return { rows, total, page, pageCount: Math.max(1, Math.ceil(total / pageSize)) };
}
