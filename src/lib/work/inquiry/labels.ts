import { formatDay, type Day } from '#lib/base/day/day.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InquiryState, OpenInquiry } from './inquiry.ts';

const STATES: Record<InquiryState, () => string> = {
	open: m.inquiry_state_open,
	late: m.inquiry_state_late,
	answered: m.inquiry_state_answered,
	answered_late: m.inquiry_state_answered_late,
	withdrawn: m.inquiry_state_withdrawn
};

export const inquiryStateLabel = (state: InquiryState): string => STATES[state]();

/** What a question is about: "Opening, Centrum (Bibliotheek Deventer)". */
export function subjectText(of: {
	milestoneCode: string | null;
	pointName: string | null;
	library: string;
}): string {
	const { milestoneCode, pointName, library } = of;
	const place = pointName === null ? library : m.inquiry_place({ name: pointName, library });
	if (milestoneCode === null) return place;
	const what =
		milestoneCode === OPERATION ? m.status_milestone_operation() : milestoneLabel(milestoneCode);
	return m.inquiry_about_milestone({ what, place });
}

/** Who asked, when, and by when she wants to know. */
export function askedText(
	{ asker, askedOn, dueOn }: OpenInquiry,
	today: Day,
	locale: string
): string {
	const days = { asker, on: formatDay(askedOn, locale), due: formatDay(dueOn, locale) };
	return dueOn < today ? m.inquiry_asked_late(days) : m.inquiry_asked_by(days);
}

/** A line of what was just recorded; without words it said "still right". */
export const replyText = (name: string, reply: string | null): string =>
	reply === null ? m.inquiry_replied_right({ name }) : m.inquiry_replied({ name, reply });
