import { m } from '#lib/paraglide/messages.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import { judgeLocations } from './judge-locations.ts';
import { judgeOrganisations } from './judge-organisations.ts';
import { isWrong, type Judged } from './judged.ts';
import type { Known, KnownLibrary } from './known.ts';
import type { LoadChoices, LoadPlan } from './plan.ts';
import type { LoadRow } from './types.ts';

/**
 * Judges every row of a file by what is known and by the other rows. A row with an error does nothing
 * at all; what somebody recorded stays where the file says something else.
 */
export function planLoad(rows: readonly LoadRow[], known: Known, choices: LoadChoices): LoadPlan {
	const libraries = librariesByName(known.libraries);
	const all = rows.map((row) => begin(row, libraries));
	judgeOrganisations(all, choices);
	judgeLocations(all, known, choices);
	const plan: LoadPlan = { rows: [], cohorts: [], points: [], events: [] };
	for (const judged of all) {
		const { row, changes, libraryId, pointId, outcomes } = judged;
		const fate = isWrong(judged)
			? 'wrong'
			: ((['conflict', 'new'] as const).find((one) => outcomes.includes(one)) ?? 'same');
		if (fate !== 'wrong') for (const act of judged.does) act(plan);
		plan.rows.push({ row, fate, changes: fate === 'wrong' ? [] : changes, libraryId, pointId });
	}
	return plan;
}

function librariesByName(libraries: readonly KnownLibrary[]): Map<string, KnownLibrary> {
	return new Map(
		libraries
			// Of two with one name the one that is there now is meant.
			.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
			.flatMap((library) =>
				[library.shortName, library.name].map((name) => [nameEssence(name), library] as const)
			)
	);
}

/** A row as it was read, with the library that it names. */
function begin(given: LoadRow, libraries: ReadonlyMap<string, KnownLibrary>): Judged {
	const row = { ...given, remarks: [...given.remarks] };
	const library = libraries.get(nameEssence(row.library)) ?? null;
	if (!library && row.library !== '') {
		const text = m.load_problem_library_unknown({ value: row.library.slice(0, 60) });
		row.remarks.push({ column: 'library', kind: 'error', text });
	}
	return {
		...{ row, fate: 'same', changes: [], libraryId: library?.id ?? null, pointId: null },
		...{ library, outcomes: [], does: [] }
	};
}
