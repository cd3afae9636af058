import { m } from '#lib/paraglide/messages.js';
import type { InformationPointStatus } from '#lib/network/information-point/information-point.ts';

const LABELS: Record<InformationPointStatus, () => string> = {
	realised: m.status_realised,
	temporarily_closed: m.status_temporarily_closed,
	online_now: m.status_online_now,
	online_only: m.status_online_only,
	plan_overdue: m.status_plan_overdue,
	planned_90: m.status_planned_90,
	planned_later: m.status_planned_later,
	plan_withdrawn: m.status_plan_withdrawn,
	not_planned: m.status_not_planned,
	no_library: m.status_no_library,
	unknown: m.status_unknown,
	closed: m.status_closed
};

/** The status of a point, library or municipality in the language of the reader. */
export function statusLabel(status: InformationPointStatus): string {
	return LABELS[status]();
}
