import { link } from '#lib/base/i18n/link.ts';
import { ACTS, type Act } from '#lib/ledger/event/act.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';

type SubjectAddress = Subject & {
	library: { slug: string };
};

/** Where a work sheet tells what was just recorded. */
export const RECORDED_ANCHOR = 'vastgelegd';

/** The address of a work sheet in the language of the reader. */
export function workLink(subject: SubjectAddress, params?: URLSearchParams): string {
	return subject.level === 'library'
		? link(`/bibliotheken/${subject.library.slug}/bijwerken`, params)
		: link(`/informatiepunten/${subject.id}/bijwerken`, params);
}

/** The address of the dossier of the same library or location. */
export function dossierLink(subject: SubjectAddress): string {
	return subject.level === 'library'
		? link(`/bibliotheken/${subject.library.slug}`)
		: link(`/informatiepunten/${subject.id}`);
}

/** The page with the evidence of a library or location, at a milestone. */
export function evidenceLink(subject: SubjectAddress, milestone?: string): string {
	const page = `${workLink(subject)}/bewijs`;
	return milestone ? `${page}?${new URLSearchParams({ mijlpaal: milestone }).toString()}` : page;
}

/** Where a file of evidence can be downloaded. */
export const evidenceFileLink = (subject: SubjectAddress, id: number): string =>
	`${evidenceLink(subject)}/${id}`;

/** The address that opens the form of an act; a correction names the entry. */
export function actLink(
	subject: SubjectAddress,
	milestone: string,
	act: Act,
	eventId?: number
): string {
	const params = new URLSearchParams({ mijlpaal: milestone, actie: ACTS[act].word });
	if (eventId !== undefined) params.set('gebeurtenis', String(eventId));
	return `${workLink(subject, params)}#formulier`;
}
