import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { boughtWith } from '#lib/figures/subsidy/bought.ts';
import { computeAwards } from '#lib/figures/subsidy/compute.ts';
import { recordedTotals } from '#lib/figures/subsidy/recorded.ts';
import { totalsBy } from '#lib/figures/subsidy/totals.ts';
import type { ComputedAward, Subsidy } from '#lib/figures/subsidy/types.ts';
import { ratesKnown, ratesToCompute, referenceDay } from '#lib/programme/grant/grant.ts';
import { applicationsOn } from '#lib/programme/grant/window.ts';
import { knownDay, ofEveryStatus, statusDay } from '#lib/server/base/selection/where.ts';
import type { Purpose } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import {
	listFundingSources,
	listGrantRates,
	listGrantSchemes,
	listGrantWindows
} from '#lib/server/programme/grant/queries.ts';
import { listLibraryBases, listOpenHours, listRecorded } from './queries.ts';
import { readLibraryPage } from './read-library-page.ts';

/** What the schemes pay, when one can apply, and what that comes to for the libraries asked for. */
export async function readSubsidy(
	{
		db,
		view,
		where,
		today,
		demoData
	}: Pick<Question, 'db' | 'view' | 'where' | 'today' | 'demoData'>,
	purpose: Purpose
): Promise<Subsidy> {
	const every = ofEveryStatus(where);
	const day = statusDay(every);
	const [schemes, allRates, windows, sources, entries] = await Promise.all([
		listGrantSchemes(db),
		listGrantRates(db, knownDay(every)),
		listGrantWindows(db),
		listFundingSources(db, day),
		listRecorded(db, every)
	]);
	const rates = ratesKnown(allRates, day);
	const computed = ratesToCompute(rates, day);
	const days = [...new Set(computed.map(referenceDay))].toSorted();
	const [bases, hours, { locations, inhabitants }] = await Promise.all([
		listLibraryBases(db, every, days),
		listOpenHours(db, every),
		readHeadline(db, every, { target: null })
	]);
	const awards = computeAwards(computed, bases);
	const open = { locations: locations.open, covered: inhabitants.covered, hours };
	return {
		...{ view, today, day, schemes, rates, sources, demoData },
		bought: boughtWith(awards, open),
		recorded: recordedTotals(entries, day, knownDay(every)),
		totals: {
			year: inOrder(totalsBy(awards, ({ rate }) => String(rate.year))),
			province: inOrder(totalsBy(awards, ({ base }) => base.province)),
			institute: inOrder(totalsBy(awards, ({ base }) => base.institute)),
			cohort: inOrder(totalsBy(awards, ({ base }) => cohortLabel(base.cohort)))
		},
		awards: purpose === 'page' ? [] : byLibrary(awards),
		applications: applicationsOn(day, schemes, windows),
		ofCountry: isUnfiltered(every.filters),
		list:
			purpose === 'page'
				? await readLibraryPage(db, awards, { page: view.page, day })
				: { libraries: [], page: 1, pageCount: 1, count: 0 }
	};
}

const inOrder = <Named extends { name: string }>(groups: Named[]): Named[] =>
	groups.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

const byLibrary = (awards: readonly ComputedAward[]): ComputedAward[] =>
	awards.toSorted(
		(a, b) => a.base.name.localeCompare(b.base.name, 'nl') || a.rate.year - b.rate.year
	);
