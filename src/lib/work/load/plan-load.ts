import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { earliestDay, formatDay, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import type { DatePrecision, OpeningForm } from '#lib/ledger/event/event.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import type { Known, KnownLibrary, KnownPoint } from './known.ts';
import { placePoint, type PlacedPoint } from './place-point.ts';
import { placeOfRow } from './row-place.ts';
import type { LoadColumn, LoadFate, LoadPlace, LoadRow, RecordingDay } from './types.ts';

/** A location that is added, or one that is there and is described for the first time. */
export interface LoadPoint extends PlacedPoint {
	/** What events of this load call it by. */
	ref: string;
	/** The location that is described. */
	existingId: number | null;
	name: string;
	templateId: number;
	place: LoadPlace;
}

export interface LoadEvent {
	about: { libraryId: number } | { pointId: number } | { ref: string };
	milestoneCode: 'aanvraag' | 'opening';
	kind: 'achieved' | 'planned';
	effectiveOn: Day;
	targetOn: Day | null;
	precision: DatePrecision;
	form: OpeningForm | null;
	/** Null is today. */
	recordedOn: Day | null;
	/** What public sources said of it, which this puts right. */
	correctsEventId: number | null;
}

/** A row with what becomes of it. */
export interface JudgedRow {
	row: LoadRow;
	fate: LoadFate;
	/** What it changes, in words. */
	changes: string[];
	/** The library or location that is there already. */
	libraryId: number | null;
	pointId: number | null;
}

/** What a file does to the monitor as it is now. */
export interface LoadPlan {
	rows: JudgedRow[];
	cohorts: { libraryId: number; cohort: Cohort }[];
	points: LoadPoint[];
	events: LoadEvent[];
}

export interface LoadChoices {
	today: Day;
	recording: RecordingDay;
}

/**
 * Judges every row of a file by what is known and by the other rows. A row with an error does nothing
 * at all; what somebody recorded stays where the file says something else.
 */
export function planLoad(rows: readonly LoadRow[], known: Known, choices: LoadChoices): LoadPlan {
	return new Planner(rows, known, choices).plan();
}

/** One row while it is judged. */
interface Judged extends JudgedRow {
	library: KnownLibrary | null;
	outcomes: ('new' | 'same' | 'conflict')[];
	/** Done when no row is wrong after all. */
	does: ((plan: LoadPlan) => void)[];
}

class Planner {
	readonly #known: Known;
	readonly #choices: LoadChoices;
	readonly #rows: Judged[];
	readonly #libraries: ReadonlyMap<string, KnownLibrary>;
	readonly #points = new Map<string, KnownPoint>();

	constructor(rows: readonly LoadRow[], known: Known, choices: LoadChoices) {
		this.#known = known;
		this.#choices = choices;
		this.#libraries = new Map(
			known.libraries
				// Of two with one name the one that is there now is meant.
				.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
				.flatMap((library) =>
					[library.shortName, library.name].map((name) => [nameEssence(name), library] as const)
				)
		);
		for (const point of known.points) {
			for (const libraryId of point.libraryIds) {
				const key = `${libraryId} ${nameEssence(point.name)}`;
				const before = this.#points.get(key);
				if (!before || (!before.exists && point.exists)) this.#points.set(key, point);
			}
		}
		this.#rows = rows.map((row) => this.#begin(row));
	}

	plan(): LoadPlan {
		this.#judgeOrganisations();
		for (const group of this.#locations()) this.#judgeLocation(group);
		const plan: LoadPlan = { rows: [], cohorts: [], points: [], events: [] };
		for (const judged of this.#rows) {
			const { row, changes, libraryId, pointId, outcomes } = judged;
			const fate = isWrong(judged)
				? 'wrong'
				: ((['conflict', 'new'] as const).find((one) => outcomes.includes(one)) ?? 'same');
			if (fate !== 'wrong') for (const act of judged.does) act(plan);
			plan.rows.push({ row, fate, changes: fate === 'wrong' ? [] : changes, libraryId, pointId });
		}
		return plan;
	}

	#begin(given: LoadRow): Judged {
		const row = { ...given, remarks: [...given.remarks] };
		const library = this.#libraries.get(nameEssence(row.library)) ?? null;
		if (!library && row.library !== '') {
			const text = m.load_problem_library_unknown({ value: row.library.slice(0, 60) });
			row.remarks.push({ column: 'library', kind: 'error', text });
		}
		return {
			...{ row, fate: 'same', changes: [], libraryId: library?.id ?? null, pointId: null },
			...{ library, outcomes: [], does: [] }
		};
	}

	#judgeOrganisations(): void {
		const first = { applied: new Map<number, LoadRow>(), cohort: new Map<number, LoadRow>() };
		for (const judged of this.#rows) {
			const { row, library } = judged;
			if (!library) continue;
			for (const field of ['applied', 'cohort'] as const) {
				if (row[field] === null) continue;
				const before = first[field].get(library.id);
				if (before) error(judged, null, m.load_problem_twice({ place: placeOfRow(before) }));
				else first[field].set(library.id, row);
			}
			this.#judgeApplied(judged, library);
			this.#judgeCohort(judged, library);
		}
	}

	#judgeApplied(judged: Judged, library: KnownLibrary): void {
		const { applied } = judged.row;
		if (!applied) return;
		const on = formatDay(applied.on, getLocale());
		this.#checkDay(judged, 'appliedOn', applied.on, FIRST_DAY);
		if (library.appliedOn === applied.on) return void judged.outcomes.push('same');
		if (library.appliedOn !== null) {
			const was = formatDay(library.appliedOn, getLocale());
			return conflict(judged, m.load_conflict_applied({ on: was }));
		}
		this.#record(judged, m.load_change_applied({ on }), {
			...{ knownColumn: 'appliedKnownOn', knownOn: applied.knownOn },
			event: {
				...{ about: { libraryId: library.id }, milestoneCode: 'aanvraag', kind: 'achieved' },
				...{ effectiveOn: applied.on, targetOn: null, precision: 'day', form: null },
				correctsEventId: null
			}
		});
	}

	#judgeCohort(judged: Judged, library: KnownLibrary): void {
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

	#locations(): Judged[][] {
		const about = this.#rows.filter(
			({ row, library }) => library && row.point !== '' && (row.place || row.plan || row.opening)
		);
		const key = ({ row, library }: Judged) => `${library!.id} ${nameEssence(row.point)}`;
		return [...Map.groupBy(about, key).values()];
	}

	#judgeLocation(group: readonly Judged[]): void {
		const { library, row } = group[0]!;
		const existing = this.#points.get(`${library!.id} ${nameEssence(row.point)}`) ?? null;
		const [placed, planned, opened] = (['place', 'plan', 'opening'] as const).map((field) =>
			onlyOne(group, field)
		);
		if (existing?.exists) for (const judged of group) judged.pointId = existing.id;
		const ref = `${library!.id} ${nameEssence(row.point)}`;
		const mayDescribe = !existing?.exists || existing.isFromSources;
		const about = existing?.exists ? { pointId: existing.id } : { ref };
		if (planned) this.#judgePlan(planned, existing, about);
		if (opened) this.#judgeOpening(opened, existing, about);
		if (placed && !mayDescribe) {
			placed.outcomes.push('same');
			warn(placed, m.load_warning_place_kept());
		} else if (placed) this.#judgePlace(placed, { existing, ref, facts: [planned, opened] });
		// A location that cannot be added takes along what is told of it.
		if (existing?.exists) return;
		for (const fact of [planned, opened]) {
			if (!fact) continue;
			if (!placed) error(fact, 'point', m.load_problem_no_location());
			else if (fact !== placed && isWrong(placed)) {
				error(fact, 'point', m.load_problem_location_wrong({ place: placeOfRow(placed.row) }));
			}
		}
	}

	#judgePlace(
		judged: Judged,
		about: {
			existing: KnownPoint | null;
			ref: string;
			facts: readonly (Judged | undefined)[];
		}
	): void {
		const { row, library } = judged;
		const { existing, ref } = about;
		const place = row.place!;
		const facts = about.facts.filter((fact) => fact !== undefined);
		const right = facts.filter((fact) => fact === judged || !isWrong(fact));
		if (!existing?.exists && facts.length === 0) error(judged, null, m.load_problem_no_fact());
		else if (!existing?.exists && right.length === 0) {
			const text = m.load_problem_fact_wrong({ place: placeOfRow(facts[0]!.row) });
			error(judged, null, text);
		}
		if (isWrong(judged)) return;
		const days = right.flatMap((fact) => [
			fact.row.plan ? (fact.row.plan.agreedOn ?? this.#choices.today) : null,
			fact.row.opening?.on ?? null
		]);
		const firstDay = earliestDay([...days, existing?.opening?.on]) ?? this.#choices.today;
		const placed = placePoint(place, library!, firstDay, this.#known);
		if ('kind' in placed) return void row.remarks.push(placed);
		const { town } = place;
		const [first] = placed.periods;
		const municipality = this.#known.municipalities.find(
			({ code }) => code === first!.municipalityCode
		)!;
		const inArea = placed.periods.some(({ libraryId, municipalityCode }) =>
			this.#known.areas.has(`${libraryId} ${municipalityCode}`)
		);
		if (!inArea) warn(judged, m.load_warning_outside_area({ name: municipality.name }));
		const neighbour = existing ? undefined : this.#neighbour(library!, town);
		if (neighbour) warn(judged, m.load_warning_same_town({ town, name: neighbour.name }));
		if (existing?.exists && !existing.isFromSources) return;
		judged.outcomes.push('new');
		judged.changes.push(m.load_change_place({ town, municipality: municipality.name }));
		judged.does.push(({ points }) =>
			points.push({
				...placed,
				...{ ref, existingId: existing?.id ?? null, name: existing?.name ?? row.point },
				...{ templateId: library!.templateId, place }
			})
		);
	}

	/** A location of the public sources in the same town: most likely the same under another name. */
	#neighbour(library: KnownLibrary, town: string): KnownPoint | undefined {
		return this.#known.points.find(
			(point) =>
				point.isFromSources &&
				point.exists &&
				point.libraryIds.includes(library.id) &&
				nameEssence(point.town) === nameEssence(town)
		);
	}

	#judgePlan(judged: Judged, existing: KnownPoint | null, about: LoadEvent['about']): void {
		const { targetOn, agreedOn, knownOn } = judged.row.plan!;
		const { today } = this.#choices;
		const on = formatDay(targetOn, getLocale());
		if (targetOn < FIRST_DAY || targetOn > LAST_DAY) {
			error(judged, 'plannedOn', m.update_problem_not_sensible());
		}
		if (agreedOn !== null) this.#checkDay(judged, 'agreedOn', agreedOn, FIRST_DAY);
		else if (targetOn < today) error(judged, 'agreedOn', m.update_problem_agreed_when());
		if (agreedOn !== null && targetOn < agreedOn) {
			error(judged, 'plannedOn', m.load_problem_planned_before_agreed());
		}
		if (existing?.firstPlanOn === targetOn) return void judged.outcomes.push('same');
		if (existing?.firstPlanOn) {
			const was = formatDay(existing.firstPlanOn, getLocale());
			return conflict(judged, m.load_conflict_plan({ on: was }));
		}
		const agreed = formatDay(agreedOn ?? today, getLocale());
		this.#record(judged, m.load_change_plan({ on, agreed }), {
			...{ knownColumn: 'planKnownOn', knownOn },
			event: {
				...{ about, milestoneCode: 'opening', kind: 'planned', targetOn },
				...{ effectiveOn: agreedOn ?? today, precision: 'day', form: null },
				correctsEventId: null
			}
		});
	}

	#judgeOpening(judged: Judged, existing: KnownPoint | null, about: LoadEvent['about']): void {
		const { on, precision, form, knownOn } = judged.row.opening!;
		this.#checkDay(judged, 'openedOn', on, FIRST_DAY);
		const said = formatPreciseDay(on, precision, getLocale());
		const before = existing?.opening ?? null;
		if (before && before.on === on && before.precision === precision) {
			return void judged.outcomes.push('same');
		}
		if (before && !before.isFromSources) {
			const was = formatPreciseDay(before.on, before.precision, getLocale());
			return conflict(judged, m.load_conflict_opening({ on: was }));
		}
		this.#record(judged, m.load_change_opening({ on: said }), {
			knownColumn: 'openingKnownOn',
			// What is put right was recorded when it was loaded, so that is when the day changes.
			knownOn: before ? null : knownOn,
			event: {
				...{ about, milestoneCode: 'opening', kind: 'achieved', targetOn: null },
				...{ effectiveOn: on, precision, form, correctsEventId: before?.eventId ?? null }
			}
		});
	}

	#checkDay(judged: Judged, column: LoadColumn, day: Day, from: Day): void {
		if (day > this.#choices.today) error(judged, column, m.update_problem_in_future());
		else if (day < from) error(judged, column, m.update_problem_too_early());
	}

	#record(
		judged: Judged,
		change: string,
		{
			event,
			knownOn,
			knownColumn
		}: {
			event: Omit<LoadEvent, 'recordedOn'>;
			knownOn: Day | null;
			knownColumn: LoadColumn;
		}
	): void {
		const { today, recording } = this.#choices;
		const recordedOn = recording === 'file' && knownOn !== today ? knownOn : null;
		judged.outcomes.push('new');
		if (recordedOn === null) judged.changes.push(change);
		else {
			const known = formatDay(recordedOn, getLocale());
			judged.changes.push(m.load_change_recorded({ change, known }));
			if (recordedOn > today) error(judged, knownColumn, m.update_problem_in_future());
			else if (recordedOn < event.effectiveOn) {
				const on = formatDay(event.effectiveOn, getLocale());
				error(judged, knownColumn, m.load_problem_known_before({ on }));
			}
		}
		judged.does.push(({ events }) => events.push({ ...event, recordedOn }));
	}
}

/** The row of a location that says this; a second one is refused. */
function onlyOne(
	group: readonly Judged[],
	field: 'place' | 'plan' | 'opening'
): Judged | undefined {
	const [first, ...others] = group.filter(({ row }) => row[field] !== null);
	for (const other of others) {
		error(other, null, m.load_problem_twice({ place: placeOfRow(first!.row) }));
	}
	return first;
}

const isWrong = ({ row }: Judged) => row.remarks.some(({ kind }) => kind === 'error');

function error({ row }: Judged, column: LoadColumn | null, text: string): void {
	row.remarks.push({ column, kind: 'error', text });
}

function warn({ row }: Judged, text: string): void {
	row.remarks.push({ column: null, kind: 'warning', text });
}

function conflict(judged: Judged, text: string): void {
	judged.outcomes.push('conflict');
	warn(judged, text);
}
