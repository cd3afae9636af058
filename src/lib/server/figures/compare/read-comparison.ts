import type { Kysely } from 'kysely';
import type { Question } from '#lib/server/figures/page/question.ts';
import { changesOf } from '#lib/figures/compare/compare.ts';
import { explain, type PlaceSide } from '#lib/figures/compare/explain.ts';
import type { ParsedCompare } from '#lib/figures/compare/query.ts';
import type { ChangedPoint, Comparison } from '#lib/figures/compare/types.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import {
	precisionPart,
	readOpeningPrecision
} from '#lib/server/network/standing/opening-precision.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { ofEveryStatus, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { listDifferentPoints, listOrganisationSides, type DifferentPoint } from './queries.ts';

/** Reads the two situations that an address names, and what changed between them. */
export async function readComparison(
	{ db, where, today, demoData }: Question,
	{ view, before: asOf, turned }: ParsedCompare
): Promise<Comparison> {
	const after = { ...ofEveryStatus(where), asOf: view.asOf };
	const before = { ...after, asOf };
	const [one, other, different, knownBefore, knownAfter] = await Promise.all([
		readSituation(db, before),
		readSituation(db, after),
		listDifferentPoints(db, before, after),
		readOpeningPrecision(db, before),
		readOpeningPrecision(db, after)
	]);
	const lines = explain({
		points: different,
		organisations: { before: one.organisations, after: other.organisations },
		municipalities: { before: one.municipalities, after: other.municipalities },
		filtered: !isUnfiltered(after.filters)
	});
	const headlines = { before: one.headline, after: other.headline };
	const points = different.flatMap((point) =>
		toChanges({
			...point,
			before: point.before && { ...point.before, ...precisionPart(knownBefore.ofPoint(point.id)) },
			after: point.after && { ...point.after, ...precisionPart(knownAfter.ofPoint(point.id)) }
		})
	);
	return { view, before: asOf, turned, today, demoData, headlines, lines, points };
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
