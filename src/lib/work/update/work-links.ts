import { link } from '#lib/base/i18n/link.ts';
import { ACTS, type Act } from '#lib/ledger/event/act.ts';
import type { WorkSubject } from './work-subject.ts';

type SubjectAddress = Pick<WorkSubject, 'level' | 'informationPointId'> & {
	library: { slug: string };
};

/** The address of a work sheet in the language of the reader. */
export function workLink(subject: SubjectAddress, params?: URLSearchParams): string {
	return subject.level === 'library'
		? link(`/bibliotheken/${subject.library.slug}/bijwerken`, params)
		: link(`/informatiepunten/${subject.informationPointId}/bijwerken`, params);
}

/** The address of the dossier of the same library or location. */
export function dossierLink(subject: SubjectAddress): string {
	return subject.level === 'library'
		? link(`/bibliotheken/${subject.library.slug}`)
		: link(`/informatiepunten/${subject.informationPointId}`);
}

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
