import type { Kysely } from 'kysely';
import {
	instituteDelays,
	lateMark,
	ofCountry,
	together
} from '#lib/figures/reporting-delay/mark.ts';
import { measuredPeriod } from '#lib/figures/reporting-delay/reporting-delay.ts';
import type { ReportingDelays } from '#lib/figures/reporting-delay/types.ts';
import {
	keepsEmptyGroups,
	knownDay,
	statusDay,
	type Where
} from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ReadView } from '#lib/server/figures/page/read-view.ts';
import { findFirstRecordedOn, listDelayCounts } from './list-delay-counts.ts';

/** What was measured on (D, K), and which days are probably incomplete by it. */
export async function readReportingTimes(db: Kysely<DB>, where: Where) {
	const knownOn = knownDay(where);
	const first = await findFirstRecordedOn(db);
	const period = measuredPeriod(where.asOf.validOn, knownOn, first);
	const counts = period ? await listDelayCounts(db, where, period) : [];
	const days = { knownOn, factDay: statusDay(where) };
	return { period, counts, mark: lateMark(counts, ofCountry(counts), days) };
}

/** All figures of the page about reporting delay. Filters by status do not apply. */
export async function readReportingDelays(
	db: Kysely<DB>,
	where: Where,
	more: Pick<ReportingDelays, 'view' | 'demoData'> & {
		supportInstitutes: ReadView['supportInstitutes'];
	}
): Promise<ReportingDelays> {
	const { period, counts, mark } = await readReportingTimes(db, where);
	const institutes = instituteDelays(counts, more.supportInstitutes, knownDay(where));
	return {
		view: more.view,
		today: where.today,
		demoData: more.demoData,
		period,
		counts: together(counts),
		mark,
		institutes: keepsEmptyGroups(where) ? institutes : institutes.filter(({ count }) => count > 0)
	};
}
