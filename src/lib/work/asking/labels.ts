import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { rowLabel } from '#lib/work/update/labels.ts';
import { taskText } from '#lib/work/update/work-list-text.ts';
import type { Addressee, Candidate } from './types.ts';

/** What a box to tick asks about, without the name of the library that stands above it. */
export function candidateText(candidate: Candidate, locale: string): string {
	const { kind, onDay, milestoneCode, pointName } = candidate;
	if (kind !== null && onDay !== null) {
		const point = pointName === null ? null : { id: candidate.id, name: pointName };
		return taskText(
			{ kind, onDay, milestoneCode, point, reason: null, open: true, inquiries: [] },
			locale
		);
	}
	return milestoneCode === RECORD ? m.inquiry_whole() : rowLabel(milestoneCode);
}

/** "2 POI's: Rijnbrink (3 adviseurs), ZB (geen adviseur met toegang)". */
export function addresseesText(addressees: readonly Addressee[]): string {
	const names = addressees.map(({ name, advisers }) =>
		m.inquiry_addressee({ name, advisers: m.inquiry_advisers({ count: advisers }) })
	);
	return m.inquiry_addressees({ names: names.join(', ') });
}
