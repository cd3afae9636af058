import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { recordedTotals } from '#lib/figures/subsidy/recorded.ts';
import { totalsBy } from '#lib/figures/subsidy/totals.ts';
import type { ComputedAward, Subsidy } from '#lib/figures/subsidy/types.ts';
import { applicationsOn } from '#lib/programme/grant/window.ts';
import { knownDay, ofEveryStatus, statusDay } from '#lib/server/base/selection/where.ts';
import type { Purpose } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import {
	listFundingSources,
	listGrantSchemes,
	listGrantWindows
} from '#lib/server/programme/grant/queries.ts';
import { listRecorded } from './queries.ts';
import { readAwards, readBought } from './read-awards.ts';
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
	const amounts = readAwards(db, every);
	const [schemes, windows, sources, entries, { rates, awards }, bought] = await Promise.all([
		listGrantSchemes(db),
		listGrantWindows(db),
		listFundingSources(db, day),
		listRecorded(db, every),
		amounts,
		readBought(db, every, readHeadline(db, every, { target: null }), amounts)
	]);
	return {
		...{ view, today, day, schemes, rates, sources, demoData },
		bought,
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
