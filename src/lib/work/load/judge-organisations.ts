import { formatDay } from '#lib/base/day/day.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { checkDay, conflict, error, record, type Judged } from './judged.ts';
import type { KnownLibrary } from './known.ts';
import type { LoadChoices } from './plan.ts';
import { placeOfRow } from './row-place.ts';
import type { LoadRow } from './types.ts';

/** Judges what rows say of organisations: the day of their application, and the group they started in. */
export function judgeOrganisations(rows: readonly Judged[], choices: LoadChoices): void {
	const first = { applied: new Map<number, LoadRow>(), cohort: new Map<number, LoadRow>() };
	for (const judged of rows) {
		const { row, library } = judged;
		if (!library) continue;
		for (const field of ['applied', 'cohort'] as const) {
			if (row[field] === null) continue;
			const before = first[field].get(library.id);
			if (before) error(judged, null, m.load_problem_twice({ place: placeOfRow(before) }));
			else first[field].set(library.id, row);
		}
		judgeApplied(judged, library, choices);
		judgeCohort(judged, library);
	}
}

function judgeApplied(judged: Judged, library: KnownLibrary, choices: LoadChoices): void {
	const { applied } = judged.row;
	if (!applied) return;
	const on = formatDay(applied.on, getLocale());
	checkDay(judged, 'appliedOn', applied.on, choices.today);
	if (library.appliedOn === applied.on) return void judged.outcomes.push('same');
	if (library.appliedOn !== null) {
		const was = formatDay(library.appliedOn, getLocale());
		return conflict(judged, m.load_conflict_applied({ on: was }));
	}
	record(
		judged,
		m.load_change_applied({ on }),
		{
			...{ knownColumn: 'appliedKnownOn', knownOn: applied.knownOn },
			event: {
				...{ about: { libraryId: library.id }, milestoneCode: 'aanvraag', kind: 'achieved' },
				...{ effectiveOn: applied.on, targetOn: null, precision: 'day', form: null },
				correctsEventId: null
			}
		},
		choices
	);
}

function judgeCohort(judged: Judged, library: KnownLibrary): void {
	const { cohort } = judged.row;
	if (!cohort) return;
	if (library.cohort === cohort) return void judged.outcomes.push('same');
	if (library.cohort !== 'onbekend') {
		const text = m.load_conflict_cohort({ cohort: cohortLabel(library.cohort) });
		return conflict(judged, text);
	}
	judged.outcomes.push('new');
	judged.changes.push(m.load_change_cohort({ cohort: cohortLabel(cohort) }));
	judged.does.push(({ cohorts }) => cohorts.push({ libraryId: library.id, cohort }));
}
