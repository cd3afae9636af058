import type { Day } from '#lib/base/day/day.ts';
import { inheritedEvents } from '#lib/network/library/succession.ts';
import type { Reference } from '../reference/reference.ts';
import { workdayFrom } from './calendar.ts';
import type { Draft } from './draft.ts';

/**
 * Divides what was recorded about libraries over predecessors and successors. `draftsOf` gives the
 * whole story of one library; before a merger the successor's belongs to each predecessor, after it
 * only the successor goes on, and restates what it inherited.
 */
export function libraryHistories(
	reference: Pick<Reference, 'libraries' | 'librarySuccessions'>,
	draftsOf: (library: string) => Draft[]
): Draft[] {
	return reference.libraries.flatMap(({ slug, activeFrom, activeTo, supportInstitute }) => {
		const drafts = draftsOf(slug).filter(
			({ effectiveOn }) => activeFrom <= effectiveOn && effectiveOn < activeTo
		);
		const mergers = reference.librarySuccessions.filter(({ to }) => to === slug);
		const mergedOn = mergers[0]?.effectiveOn;
		if (!mergedOn) return drafts;
		const predecessors = mergers.map(({ from }) =>
			draftsOf(from).filter(({ effectiveOn }) => effectiveOn < mergedOn)
		);
		const inherited = restated(
			predecessors,
			drafts.filter(({ effectiveOn }) => effectiveOn < mergedOn),
			{ library: slug, mergedOn, institute: supportInstitute }
		);
		const done = new Set(
			inherited.filter(({ kind }) => kind === 'achieved').map(({ milestoneCode }) => milestoneCode)
		);
		return [...inherited, ...drafts.filter(({ milestoneCode }) => !done.has(milestoneCode))];
	});
}

function restated(
	predecessors: Draft[][],
	own: Draft[],
	merger: { library: string; mergedOn: Day; institute: string }
): Draft[] {
	const recordedOn = workdayFrom(merger.mergedOn);
	return inheritedEvents(
		predecessors.map((drafts) => drafts.filter(({ milestoneCode }) => milestoneCode !== 'record')),
		own
	).map((draft) => ({
		...draft,
		subject: { library: merger.library },
		recordedOn: draft.recordedOn > recordedOn ? draft.recordedOn : recordedOn,
		author: merger.institute,
		note: 'Overgenomen bij de fusie.'
	}));
}
