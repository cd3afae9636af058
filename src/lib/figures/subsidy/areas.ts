import type { Day } from '#lib/base/day/day.ts';
import { countedUnits, partsOfAward } from '#lib/programme/grant/award.ts';
import { referenceDay } from '#lib/programme/grant/grant.ts';
import type { AreaMunicipality, ComputedAward } from './types.ts';

/** A municipality with what it brings into the awards of these years. */
export interface BroughtIn {
	code: string;
	name: string;
	inhabitants: number | null;
	shareUnits: number;
	cents: number | null;
}

/** A work area as it was on one or more reference days in a row. */
export interface AreaGroup {
	days: Day[];
	years: number[];
	municipalities: BroughtIn[];
	/** The exact number of inhabitants that count, in ten-thousandths. */
	units: number | null;
}

/** The work area of a library per reference day; days on which it was the same stand together. */
export function areaGroups(
	areas: readonly AreaMunicipality[],
	awards: readonly ComputedAward[]
): AreaGroup[] {
	const groups: AreaGroup[] = [];
	for (const [day, within] of Map.groupBy(areas, ({ referenceOn }) => referenceOn)) {
		const of = awards.filter(({ rate }) => referenceDay(rate) === day);
		const group = groupOf(day, within, of);
		const last = groups.at(-1);
		if (last && isSame(last, group)) merge(last, group);
		else groups.push(group);
	}
	return groups;
}

function groupOf(
	day: Day,
	areas: readonly AreaMunicipality[],
	awards: readonly ComputedAward[]
): AreaGroup {
	const known = areas.every(({ inhabitants }) => inhabitants !== null);
	const parts = areas.map(({ inhabitants, shareUnits }) => ({
		inhabitants: inhabitants ?? 0,
		shareUnits
	}));
	const brought = awards.flatMap(({ rate }) =>
		rate.centsPerInhabitant === null ? [] : [partsOfAward(rate.centsPerInhabitant, parts)]
	);
	return {
		days: [day],
		years: [...new Set(awards.map(({ rate }) => rate.year))],
		municipalities: areas.map(({ code, name, inhabitants, shareUnits }, at) => ({
			...{ code, name, inhabitants, shareUnits },
			cents: known ? brought.reduce((sum, one) => sum + (one[at] ?? 0), 0) : null
		})),
		units: known ? countedUnits(parts) : null
	};
}

const inputsOf = ({ municipalities }: AreaGroup) =>
	municipalities.map(({ code, inhabitants, shareUnits }) => `${code} ${inhabitants} ${shareUnits}`);

const isSame = (a: AreaGroup, b: AreaGroup): boolean => inputsOf(a).join() === inputsOf(b).join();

function merge(into: AreaGroup, { days, years, municipalities }: AreaGroup): void {
	into.days.push(...days);
	into.years.push(...years);
	into.municipalities = into.municipalities.map((one, at) => {
		const more = municipalities[at]?.cents ?? null;
		return { ...one, cents: one.cents === null || more === null ? null : one.cents + more };
	});
}
