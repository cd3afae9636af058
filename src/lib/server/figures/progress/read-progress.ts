import { sql, type Kysely } from 'kysely';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { incompleteByProvince } from '#lib/figures/reporting-delay/mark.ts';
import { provinceProgress, type ProvinceTotals } from '#lib/figures/progress/provinces.ts';
import { realisedOf } from '#lib/figures/progress/tiles.ts';
import type { ProgressQuery } from '#lib/figures/progress/query.ts';
import type { RolloutProgress } from '#lib/figures/progress/types.ts';
import { readMostlyUnfilled } from '#lib/server/ledger/last-look/unfilled.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readReportingTimes } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import { listProgrammeEvents } from '#lib/server/base/source/programme-events.ts';
import { listTargets } from '#lib/server/base/source/queries.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import type { View } from '#lib/base/selection/view.ts';
import { listCohortOpenings } from './list-cohort-openings.ts';
import { readChanges, toCurve } from './read-curve.ts';

/**
 * All figures of the progress page on (D, K). Filters by status do not apply: a curve of what is
 * open among what is open says nothing.
 */
export async function readProgress(
	db: Kysely<DB>,
	given: Where,
	{ view, query, demoData }: { view: View; query: ProgressQuery; demoData: boolean }
): Promise<RolloutProgress> {
	const where = { ...given, filters: { ...given.filters, statuses: [] } };
	const { validOn, knownOn } = where.asOf;
	const earlier = { ...where, asOf: { validOn: query.compareOn, knownOn } };
	const standings = listMunicipalityStandings(db, where, { libraries: false, milestones: false });
	const [headline, before, changes, totals, cohorts, targets, events, delays, unfilled] =
		await Promise.all([
			readHeadline(db, where, { municipalities: standings }),
			readHeadline(db, earlier, { target: null }),
			readChanges(db, where, query.measure),
			listProvinceTotals(db, where, standings),
			listCohortOpenings(db, where),
			listTargets(db),
			listProgrammeEvents(db, knownOn),
			readReportingTimes(db, where),
			readMostlyUnfilled(db)
		]);
	const announcedBy = validOn < knownDay(where) ? validOn : knownDay(where);
	const announced = isUnfiltered(where.filters)
		? targets.filter((target) => target.announcedOn <= announcedBy)
		: [];
	const { measure } = query;
	const factDay = statusDay(where);
	const incomplete = incompleteByProvince(
		delays.counts,
		totals.map(({ code }) => code),
		{ knownOn: knownDay(where), factDay }
	);
	return {
		view,
		query,
		today: where.today,
		demoData,
		headline,
		before: realisedOf(before),
		...toCurve(changes, where, {
			also: [
				...announced.flatMap(({ announcedOn, dueOn }) => [announcedOn, dueOn]),
				query.compareOn,
				...(delays.mark.from ? [delays.mark.from] : [])
			],
			reached: announced.flatMap(({ value }) => value ?? [])
		}),
		provinces: provinceProgress(changes, { totals, measure, factDay, validOn, incomplete }),
		cohorts,
		targets: announced,
		events: events.filter(({ startsOn }) => startsOn <= validOn),
		late: delays.mark,
		mostlyUnfilled: unfilled !== null
	};
}

/**
 * What there is in each province on D, as far as the filters let it through: every province, or those
 * that have something when the filters leave parts of the country out.
 */
async function listProvinceTotals(
	db: Kysely<DB>,
	where: Where,
	standings: Promise<readonly MunicipalityStanding[]>
): Promise<ProvinceTotals[]> {
	const query = sql<{ code: string; slug: string; name: string; organisations: number }>`
		select province.code, province.slug, province.name, count(library.id)::int as organisations
		from province left join library on library.province_code = province.code
			and ${libraryIsActive(where)} and ${libraryFilter(where)}
		group by 1 order by 3`;
	const [{ rows }, municipalities] = await Promise.all([query.execute(db), standings]);
	const standingsOf = Map.groupBy(municipalities, ({ province }) => province.code);
	const totals = rows.map((row) => {
		const here = standingsOf.get(row.code) ?? [];
		return {
			...row,
			municipalities: here.length,
			inhabitants: here.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0)
		};
	});
	// A province that the filters leave out is not empty: it is not asked for. A cohort is of the country.
	return isUnfiltered({ ...where.filters, cohort: null })
		? totals
		: totals.filter(({ organisations, municipalities }) => organisations + municipalities > 0);
}
