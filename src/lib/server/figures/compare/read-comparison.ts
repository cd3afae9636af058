import type { Kysely } from 'kysely';
import { changesOf } from '#lib/figures/compare/compare.ts';
import { explain, type PlaceSide } from '#lib/figures/compare/explain.ts';
import { parseCompare } from '#lib/figures/compare/query.ts';
import type { ChangedPoint, Comparison } from '#lib/figures/compare/types.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { ofEveryStatus, type Where } from '#lib/server/base/selection/where.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readView, type ReadView } from '#lib/server/figures/page/read-view.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { listDifferentPoints, listOrganisationSides, type DifferentPoint } from './queries.ts';

export interface ReadComparison extends Pick<ReadView, 'notices' | 'supportInstitutes'> {
	comparison: Comparison;
}

/** Reads the two situations that an address names, and what changed between them. */
export async function readComparisonOf(
	db: Kysely<DB>,
	params: URLSearchParams
): Promise<ReadComparison> {
	const [today, { demoData }] = await Promise.all([readToday(db), readDataState(db)]);
	const { view: asked, notices, supportInstitutes, where } = await readView(db, params, today);
	const { view, before: asOf, turned } = parseCompare(params, asked, today, notices);
	const after = { ...ofEveryStatus(where), asOf: view.asOf };
	const before = { ...after, asOf };
	const [one, other, different] = await Promise.all([
		readSituation(db, before),
		readSituation(db, after),
		listDifferentPoints(db, before, after)
	]);
	const lines = explain({
		points: different,
		organisations: { before: one.organisations, after: other.organisations },
		municipalities: { before: one.municipalities, after: other.municipalities },
		filtered: !isUnfiltered(after.filters)
	});
	const headlines = { before: one.headline, after: other.headline };
	const points = different.flatMap(toChanges);
	return {
		comparison: { view, before: asOf, turned, today, demoData, headlines, lines, points },
		notices,
		supportInstitutes
	};
}

/** The headline, and each place that it counts. */
interface ReadSituation {
	headline: Headline;
	organisations: PlaceSide[];
	municipalities: PlaceSide[];
}

async function readSituation(db: Kysely<DB>, where: Where): Promise<ReadSituation> {
	const standings = listMunicipalityStandings(db, where, { libraries: false, milestones: false });
	const [headline, organisations, municipalities] = await Promise.all([
		readHeadline(db, where, { municipalities: standings }),
		listOrganisationSides(db, where),
		standings
	]);
	return {
		headline,
		organisations,
		municipalities: municipalities.map(({ code, status, inhabitants }) => {
			return { key: code, open: !isWhiteSpot(status), inhabitants: inhabitants ?? 0 };
		})
	};
}

function toChanges({ id, name, before, after }: DifferentPoint): ChangedPoint[] {
	const { municipality, library } = (after ?? before)!;
	return changesOf(before, after).map((change) => {
		return { id, name, municipality, library, change, before, after };
	});
}
