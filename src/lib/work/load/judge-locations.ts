import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { earliestDay, formatDay } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import {
	checkDay,
	conflict,
	error,
	isWrong,
	onlyOne,
	record,
	warn,
	type Judged
} from './judged.ts';
import type { Known, KnownLibrary, KnownPoint } from './known.ts';
import { placePoint } from './place-point.ts';
import type { LoadChoices, LoadEvent } from './plan.ts';
import { placeOfRow } from './row-place.ts';

/** Judges what rows say of locations: where they are, their first plan and their opening. */
export function judgeLocations(rows: readonly Judged[], known: Known, choices: LoadChoices): void {
	new LocationJudge(known, choices).judge(rows);
}

class LocationJudge {
	readonly #known: Known;
	readonly #choices: LoadChoices;
	readonly #points = new Map<string, KnownPoint>();

	constructor(known: Known, choices: LoadChoices) {
		this.#known = known;
		this.#choices = choices;
		for (const point of known.points) {
			for (const libraryId of point.libraryIds) {
				const key = `${libraryId} ${nameEssence(point.name)}`;
				const before = this.#points.get(key);
				if (!before || (!before.exists && point.exists)) this.#points.set(key, point);
			}
		}
	}

	judge(rows: readonly Judged[]): void {
		for (const group of this.#byLocation(rows)) this.#judgeLocation(group);
	}

	#byLocation(rows: readonly Judged[]): Judged[][] {
		const about = rows.filter(
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
		if (agreedOn !== null) checkDay(judged, 'agreedOn', agreedOn, this.#choices.today);
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
		record(
			judged,
			m.load_change_plan({ on, agreed }),
			{
				...{ knownColumn: 'planKnownOn', knownOn },
				event: {
					...{ about, milestoneCode: 'opening', kind: 'planned', targetOn },
					...{ effectiveOn: agreedOn ?? today, precision: 'day', form: null },
					correctsEventId: null
				}
			},
			this.#choices
		);
	}

	#judgeOpening(judged: Judged, existing: KnownPoint | null, about: LoadEvent['about']): void {
		const { on, precision, form, knownOn } = judged.row.opening!;
		checkDay(judged, 'openedOn', on, this.#choices.today);
		// As everywhere a location opens before it closes.
		if (existing?.closedOn && on > existing.closedOn) {
			error(judged, 'openedOn', m.update_problem_after_closing());
		}
		const said = formatPreciseDay(on, precision, getLocale());
		const before = existing?.opening ?? null;
		if (before && before.on === on && before.precision === precision) {
			return void judged.outcomes.push('same');
		}
		if (before && !before.isFromSources) {
			const was = formatPreciseDay(before.on, before.precision, getLocale());
			return conflict(judged, m.load_conflict_opening({ on: was }));
		}
		record(
			judged,
			m.load_change_opening({ on: said }),
			{
				knownColumn: 'openingKnownOn',
				// What is put right was recorded when it was loaded, so that is when the day changes.
				knownOn: before ? null : knownOn,
				event: {
					...{ about, milestoneCode: 'opening', kind: 'achieved', targetOn: null },
					...{ effectiveOn: on, precision, form, correctsEventId: before?.eventId ?? null }
				}
			},
			this.#choices
		);
	}
}
