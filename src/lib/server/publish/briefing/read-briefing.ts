import type { Kysely } from 'kysely';
import { factDayOf, type AsOf } from '#lib/base/as-of/as-of.ts';
import { SHOWN, type Briefing, type Earlier } from '#lib/publish/briefing/types.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import { forecastDates } from '#lib/figures/forecast/dates.ts';
import { quarterEndBefore, yearBefore } from '#lib/figures/progress/query.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { listReasons } from '#lib/server/network/standing/list-reasons.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Forecasts, Found } from '#lib/server/figures/forecast/forecasts.ts';
import { readReportingTimes } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import { readBought } from '#lib/server/figures/subsidy/read-awards.ts';
import { readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { findProvince, type Province } from '#lib/server/network/province/queries.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { listBehind } from './list-behind.ts';

export interface BriefingRequest {
	/** Slug of the province. */
	slug: string;
	asOf: AsOf;
	today: Day;
	/** Wait for the forecast however long it takes, as a mail must; a page comes without it in the end. */
	wait: boolean;
}

/** Everything in the briefing of a province on (D, K); undefined when there is no such province. */
export async function readBriefing(
	db: Kysely<DB>,
	forecasts: Forecasts,
	{ slug, asOf, today, wait }: BriefingRequest
): Promise<{ briefing: Briefing; province: Province } | undefined> {
	const province = await findProvince(db, slug);
	if (!province) return undefined;
	const where = { asOf, today, filters: { ...NO_FILTERS, province: slug } };
	const { version, demoData } = await readDataState(db);
	const dates = forecastDates(asOf, today);
	const found = wait
		? forecasts.settle(dates, today, version)
		: forecasts.findSoon(dates, today, version, { needsNewest: true });
	const municipalities = await listMunicipalityStandings(db, where, {
		libraries: false,
		milestones: false
	});
	const now = readHeadline(db, where, { municipalities });
	const [headline, bought, quarter, year, behind, whiteSpots, next, delays, reasons] =
		await Promise.all([
			now,
			readBought(db, where, now),
			readEarlier(db, where, quarterEndBefore(factDayOf(asOf, today))),
			readEarlier(db, where, yearBefore(factDayOf(asOf, today))),
			listBehind(db, where, SHOWN.behind),
			listWhiteSpots(db, where, municipalities),
			listNext(db, where),
			readReportingTimes(db, where),
			readReasonLabels(db)
		]);
	const briefing: Briefing = {
		province: { slug, name: province.name },
		...{
			asOf,
			today,
			demoData,
			headline,
			bought,
			quarter,
			year,
			behind,
			whiteSpots,
			next,
			reasons
		},
		...forecastOf(await found, province.code),
		late: delays.mark
	};
	return { briefing, province };
}

async function readEarlier(db: Kysely<DB>, where: Where, on: Day): Promise<Earlier> {
	const asOf = { validOn: on, knownOn: where.asOf.knownOn };
	return { on, headline: await readHeadline(db, { ...where, asOf }) };
}

/** The most inhabitants first, each with what was said of its plan. */
async function listWhiteSpots(
	db: Kysely<DB>,
	where: Where,
	standings: readonly MunicipalityStanding[]
): Promise<Briefing['whiteSpots']> {
	const white = standings
		.filter(({ status }) => isWhiteSpot(status))
		.toSorted((a, b) => (b.inhabitants ?? 0) - (a.inhabitants ?? 0));
	const shown = white.slice(0, SHOWN.whiteSpots);
	const ids = shown.map(({ code }) => code);
	const { municipalities: said } = await listReasons(db, where, { places: 'municipalities', ids });
	return {
		rows: shown.map((row) => ({ ...row, said: said.get(row.code) })),
		total: white.length,
		inhabitants: white.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0)
	};
}

/** The locations with a plan that has not passed, the soonest first. */
async function listNext(db: Kysely<DB>, where: Where): Promise<Briefing['next']> {
	const filters = { ...where.filters, statuses: ['planned_90', 'planned_later'] as const };
	const { rows, total } = await listInformationPoints(
		db,
		{ ...where, filters },
		{ sort: 'plan', direction: 'asc', page: 1, pageSize: SHOWN.next }
	);
	return {
		rows: rows.map(({ id, name, municipality, planOn, forecastOn }) => {
			return { id, name, municipality: municipality.name, planOn, forecastOn };
		}),
		total
	};
}

function forecastOf(found: Found, code: string): Pick<Briefing, 'forecast' | 'computing'> {
	// One of before the last change would not fit the other figures, so it is left out.
	const made = found.state === 'ready' ? found.forecast : null;
	const province = made?.provinces.find((one) => one.code === code);
	if (!made || !province) return { forecast: null, computing: found.state === 'computing' };
	const { measures, pointsWithoutForecast } = province;
	return {
		forecast: { day: made.day, knownOn: made.knownOn, measures, pointsWithoutForecast },
		computing: false
	};
}
