import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { slipText } from '#lib/ledger/milestone/labels.ts';
import { slipOfFact } from '#lib/ledger/milestone/slip.ts';
import { m } from '#lib/paraglide/messages.js';
import { planStanding, type PlanStanding } from './plan-standing.ts';
import { informationPointStatus, openedOn, type PointLedger } from './information-point.ts';

/** The point in one or two sentences of plain Dutch (or English), for `day`. */
export function informationPointSummary(
	name: string,
	point: PointLedger,
	day: Day,
	locale: string
): string {
	const status = informationPointStatus(point, day);
	const since = point.operationOn === null ? null : formatDay(point.operationOn, locale);
	if (status === 'closed' && since) return m.dossier_point_status_closed({ name, date: since });
	if (status === 'online_only' && since)
		return m.dossier_point_status_online({ name, date: since });
	if (status === 'temporarily_closed' && since) {
		const closed = m.dossier_point_status_temporarily_closed({ name, date: since });
		return `${closed} ${endSentence(point.operationEndsOn, day, locale)}`;
	}
	const opened = openedOn(point);
	if (status === 'online_now' && since && opened) {
		const precise = formatPreciseDay(opened, point.openingPrecision ?? 'day', locale);
		return m.dossier_point_status_online_now({ name, opened: precise, date: since });
	}
	if (opened !== null) return openSentence(name, point, opened, locale);
	const standing = planStanding(point, day);
	if (standing === 'not_applicable') return m.dossier_point_status_not_applicable({ name });
	if (standing === 'on_hold') return onHoldSentence(name, point, day, locale);
	if (status === 'plan_withdrawn' && point.firstPlanOn !== null) {
		return m.dossier_point_status_withdrawn({ name, date: formatDay(point.firstPlanOn, locale) });
	}
	if (point.planOn === null) return m.dossier_point_status_none({ name });
	return plannedSentence({ ...point, name, planOn: point.planOn }, standing, locale);
}

function endSentence(endsOn: Day | null, day: Day, locale: string): string {
	if (endsOn === null) return m.dossier_closed_end_unknown();
	const date = formatDay(endsOn, locale);
	return endsOn < day ? m.dossier_closed_end_passed({ date }) : m.dossier_closed_until({ date });
}

function openSentence(name: string, point: PointLedger, opened: Day, locale: string): string {
	const date = formatPreciseDay(opened, point.openingPrecision ?? 'day', locale);
	const open = m.dossier_point_status_open({ name, date });
	const slip = slipOfFact(point.firstPlanOn, opened);
	if (slip === null || point.openingPrecision !== 'day') return open;
	if (slip === 0) return `${open} ${m.dossier_point_slip_none()}`;
	return `${open} ${m.dossier_point_slip({ slip: slipText(slip) })}`;
}

function onHoldSentence(name: string, point: PointLedger, day: Day, locale: string): string {
	const date = formatDay(point.openingStatusOn ?? day, locale);
	const held = m.dossier_point_status_on_hold({ name, date });
	if (point.planOn === null) return held;
	return `${held} ${m.dossier_point_was_planned({ date: formatDay(point.planOn, locale) })}`;
}

const PLANNED: Partial<Record<PlanStanding, (inputs: { name: string; date: string }) => string>> = {
	overdue: m.dossier_point_status_overdue,
	long_past: m.dossier_point_status_long_past
};

function plannedSentence(
	{ name, planOn, firstPlanOn, forecastOn }: PointLedger & { name: string; planOn: Day },
	standing: PlanStanding,
	locale: string
): string {
	const date = formatDay(planOn, locale);
	const expected = forecastOn && formatDay(forecastOn, locale);
	const planned =
		standing === 'expected_later' && expected
			? m.dossier_point_status_expected({ name, date, expected })
			: (PLANNED[standing] ?? m.dossier_point_status_planned)({ name, date });
	if (firstPlanOn === null || firstPlanOn === planOn) return planned;
	return `${planned} ${m.dossier_behind_days_sentence({ date: formatDay(firstPlanOn, locale) })}`;
}
