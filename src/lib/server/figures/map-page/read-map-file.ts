import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { mapContent, type MapContent } from '#lib/figures/map-page/map-content.ts';
import type { View } from '#lib/base/selection/view.ts';
import { readMap, type MapStandings } from './read-map.ts';
import { readView, type ReadView } from '#lib/server/figures/page/read-view.ts';

/** Everything that a file of the map page is made of; the same as the page itself shows. */
export interface MapFile {
	db: Kysely<DB>;
	today: Day;
	view: View;
	where: Where;
	standings: MapStandings;
	content: MapContent;
	demoData: boolean;
	/** Of the data that it was made of. */
	dataVersion: number;
	supportInstitutes: ReadView['supportInstitutes'];
	/** The address that was asked for, for what only files have. */
	params: URLSearchParams;
	/** Parameters that could not be used, for the header of the answer. */
	ignored: string[];
}

/**
 * Reads what the address of a file asks for; any address gives the nearest sensible view. With
 * `milestones`, every municipality carries its share of the milestones, whatever the view shows.
 */
export async function readMapFile(url: URL, options: { milestones?: true } = {}): Promise<MapFile> {
	const db = getDb();
	const [today, { demoData, version }] = await Promise.all([readToday(db), readDataState(db)]);
	const { view, where, notices, supportInstitutes } = await readView(db, url.searchParams, today);
	const standings = await readMap(db, where, view, options);
	const content = mapContent(standings, view.measure);
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return {
		...{ db, today, view, where, standings, content, demoData, ignored, supportInstitutes },
		dataVersion: version,
		params: url.searchParams
	};
}

/** The answer with a file to keep: a name that says the day, and what of the address was ignored. */
export function fileResponse(
	{ view, ignored }: Pick<MapFile, 'view' | 'ignored'>,
	body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
	extension: string,
	contentType: string
): Response {
	return new Response(body, {
		headers: {
			'content-type': contentType,
			'content-disposition': `attachment; filename="ido-${view.asOf.validOn}.${extension}"`,
			'access-control-allow-origin': '*',
			...(ignored.length > 0 ? { 'x-ignored-parameters': ignored.join(', ') } : {})
		}
	});
}
