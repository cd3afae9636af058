import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import type { MunicipalityStanding, Page } from '#lib/network/standing/types.ts';
import {
	PAGE_SIZE,
	type Direction,
	type ListView,
	type SortKey
} from '#lib/base/selection/list.ts';

type Value = string | number | null;

const VALUES: Partial<Record<SortKey, (standing: MunicipalityStanding) => Value>> = {
	province: ({ province }) => province.name,
	inhabitants: ({ inhabitants }) => inhabitants,
	status: ({ status }) => ROLLOUT_STATUSES.indexOf(status),
	points: ({ locations }) => locations.open,
	firstPlan: ({ firstPlanOn }) => firstPlanOn,
	plan: ({ planOn }) => planOn,
	opened: ({ openedOn }) => openedOn,
	milestones: ({ milestonesShare }) => milestonesShare
};

const dutch = new Intl.Collator('nl');

/** One page of the municipalities, sorted; what has no value comes last either way. */
export function municipalityPage(
	standings: readonly MunicipalityStanding[],
	{ sort, direction, page: asked }: Omit<ListView, 'list'>,
	pageSize = PAGE_SIZE
): Page<MunicipalityStanding> {
	const sorted = standings.toSorted(
		(a, b) => compareValues(valueOf(a, sort), valueOf(b, sort), direction) || byName(a, b)
	);
	const pageCount = Math.max(1, Math.ceil(sorted.length / pageSize));
	const page = Math.min(asked, pageCount);
	const rows = sorted.slice((page - 1) * pageSize, page * pageSize);
	return { rows, total: sorted.length, page, pageCount };
}

const valueOf = (standing: MunicipalityStanding, sort: SortKey): Value =>
	(VALUES[sort] ?? (({ name }) => name))(standing);

function compareValues(a: Value, b: Value, direction: Direction): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	const order =
		typeof a === 'string' && typeof b === 'string' ? dutch.compare(a, b) : a < b ? -1 : +(a > b);
	return direction === 'desc' ? -order : order;
}

const byName = (a: MunicipalityStanding, b: MunicipalityStanding) =>
	dutch.compare(a.name, b.name) || (a.code < b.code ? -1 : 1);
