import { openNotice, type CoverageQuery } from '#lib/figures/coverage/coverage-query.ts';
import type { Coverage, WhatIf, WhiteSpot } from '#lib/figures/coverage/coverage-page.ts';
import {
	coverageOf,
	distancesOf,
	meanDistance,
	type Distances
} from '#lib/figures/coverage/measures.ts';
import { bestOpenings, coverableOf, coveredNow } from '#lib/figures/coverage/next-opening.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import {
	municipalitiesOf,
	type Candidate,
	type CoverageSituation
} from '#lib/figures/coverage/situation.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { tellPlan, type LateRows } from '#lib/network/standing/why-late.ts';
import { MOST_OPENED, supposeOpen } from '#lib/figures/coverage/what-if.ts';
import { spotGroups } from '#lib/figures/coverage/spot-groups.ts';
import { latestDay } from '#lib/base/day/day.ts';
import { listReasons } from '#lib/server/network/standing/list-reasons.ts';
import { readReportingTimes } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import { listFactChanges } from '#lib/server/figures/progress/list-fact-changes.ts';
import { toCurve } from '#lib/server/figures/progress/read-curve.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { ofEveryStatus, statusDay } from '#lib/server/base/selection/where.ts';
import { readCoverageSituation } from './read-situation.ts';

/** So many best openings are told; after that each adds little. */
const MOST_TOLD = 15;

export interface ReadCoverage {
	coverage: Coverage;
	/** The municipalities of the selection. */
	standings: readonly MunicipalityStanding[];
}

/**
 * All figures of the coverage page on (D, K). Filters by status do not apply: coverage of what is
 * covered says nothing. Places that cannot be supposed open are told in `notices`.
 */
export async function readCoverage(
	{ db, view, where: given, demoData, notices }: Question,
	query: CoverageQuery
): Promise<ReadCoverage> {
	const where = ofEveryStatus(given);
	const [{ situation: read, standings, approximate }, facts, { mark }, reasons] = await Promise.all(
		[
			readCoverageSituation(db, where),
			listFactChanges(db, where, 'inhabitants'),
			readReportingTimes(db, where),
			listReasons(db, where)
		]
	);
	const factDay = statusDay(where);
	const situation = withPlansTold(read, { said: reasons.points, factDay });
	const { opened, ignored } = supposeOpen(situation, query.open);
	notices.push(...ignored.map(openNotice));
	const distances = distancesOf(situation);
	const coverable = coverableOf(situation, query.reach, { distances });
	const openings = bestOpenings(coverable, MOST_TOLD);
	const best = new Set(openings.map(({ candidate }) => candidate.id));
	const late = { said: reasons.municipalities, factDay };
	const whiteSpots = whiteSpotsOf({ standings, late }, situation, opened, distances);
	const coverage: Coverage = {
		view,
		query: { ...query, open: opened.map(({ id }) => id) },
		today: where.today,
		demoData,
		countedOn: latestDay(standings.map((standing) => standing.populationReferenceDate)),
		figures: coverageOf(situation, [], distances),
		whatIf: opened.length === 0 ? null : whatIfOf(situation, query, opened, distances),
		groups: spotGroups(whiteSpots),
		whiteSpots,
		next: { now: coveredNow(coverable), openings },
		others: situation.candidates.filter(({ id }) => !best.has(id)).toSorted(byMunicipality),
		soon: soonOf(situation),
		curve: toCurve({ facts, plans: [] }, where, {
			also: mark.from ? [mark.from] : []
		}).rows.flatMap(({ day, fact }) => (fact === null ? [] : [{ day, covered: fact }])),
		late: mark,
		points: { open: situation.openPoints.length, approximate }
	};
	return { coverage, standings };
}

/** What is known of the plan of each place that may open; of a municipality without one there is none. */
function withPlansTold(
	situation: CoverageSituation,
	{ said, factDay }: LateRows
): CoverageSituation {
	const candidates = situation.candidates.map((candidate) =>
		candidate.name === null
			? candidate
			: { ...candidate, plan: tellPlan(candidate, said.get(Number(candidate.id)), factDay) }
	);
	return { ...situation, candidates };
}

function whatIfOf(
	situation: CoverageSituation,
	{ reach }: CoverageQuery,
	opened: readonly Candidate[],
	distances: Distances
): WhatIf {
	const coverable = coverableOf(situation, reach, { candidates: opened, distances });
	return {
		opened,
		figures: coverageOf(situation, opened),
		openings: bestOpenings(coverable, MOST_OPENED, true)
	};
}

function whiteSpotsOf(
	{ standings, late }: { standings: readonly MunicipalityStanding[]; late: LateRows },
	{ municipalities }: CoverageSituation,
	opened: readonly Candidate[],
	distances: Distances
): WhiteSpot[] {
	const openedIn = municipalitiesOf(opened);
	const kmOf = new Map(municipalities.map((place) => [place.code, meanDistance(place, distances)]));
	return standings
		.flatMap((standing): WhiteSpot[] => {
			const { code, name, province, status, inhabitants, planOn } = standing;
			if (!isWhiteSpot(status)) return [];
			const said = late.said.get(code);
			const km = kmOf.get(code) ?? null;
			return [
				{
					...{ code, name, province, status, planOn },
					plan: tellPlan(standing, said, late.factDay),
					inhabitants: inhabitants ?? 0,
					distanceKm: km === null ? null : Math.round(km * 10) / 10,
					supposed: openedIn.has(code)
				}
			];
		})
		.sort((a, b) => b.inhabitants - a.inhabitants);
}

/** One place in each white spot that is planned within 90 days, unless they are too many to suppose. */
function soonOf({ municipalities, candidates }: CoverageSituation): string[] {
	const soon = new Set(
		municipalities.filter(({ status }) => status === 'planned_90').map(({ code }) => code)
	);
	const first = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const { code } = candidate.municipality;
		if (!soon.has(code) || candidate.planOn === null) continue;
		const known = first.get(code)?.planOn;
		if (!known || candidate.planOn < known) first.set(code, candidate);
	}
	return first.size > MOST_OPENED ? [] : [...first.values()].map(({ id }) => id);
}

const { compare } = new Intl.Collator('nl');

function byMunicipality(one: Candidate, other: Candidate): number {
	return (
		compare(one.municipality.name, other.municipality.name) ||
		compare(one.name ?? '', other.name ?? '')
	);
}
