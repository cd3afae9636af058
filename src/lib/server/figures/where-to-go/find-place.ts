import { sql, type Kysely } from 'kysely';
import { readAsked } from '#lib/figures/where-to-go/read-asked.ts';
import type { FoundPlace, MeantPlace, Reading } from '#lib/figures/where-to-go/types.ts';
import { isProvinceCalled } from '#lib/server/base/selection/find-municipalities.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { listNearestNames } from '#lib/server/network/standing/list-nearest-names.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listBegun, listNamed, listWithin } from './list-meant.ts';

/** What somebody can take in while another waits on the phone. */
const MOST_OTHERS = 8;

const NO_PLACE = { place: null, others: [], within: [] };

/**
 * The place that is meant by what was asked: of that name, any other name, or with its municipality
 * behind it; else the one of which the name begins so; else the one that is written most like it.
 * Where that may be several, none is chosen.
 */
export async function findPlace(
	db: Kysely<DB>,
	where: Where,
	asked: string | null
): Promise<FoundPlace> {
	if (asked === null) return { reading: 'nothing', ...NO_PLACE };
	const { texts, onlyPostcode } = readAsked(asked);
	const [whole] = texts;
	if (!whole) return { reading: onlyPostcode ? 'postcode' : 'unknown', ...NO_PLACE };
	const named = await listNamed(db, where, texts);
	if (named.length > 0) return await answerFor(db, where, 'named', named);
	if (await isProvince(db, whole)) return { reading: 'province', ...NO_PLACE };
	const begun = await listBegun(db, where, whole, MOST_OTHERS);
	if (begun.length > 0) return await chooseOne(db, where, 'begun', begun);
	const nearly = await listNearly(db, where, texts.at(-1) ?? whole);
	if (nearly.length > 0) return await chooseOne(db, where, 'nearly', nearly);
	return { reading: 'unknown', ...NO_PLACE };
}

/** What is found without being named is answered for when it is one; of several somebody has to choose. */
async function chooseOne(
	db: Kysely<DB>,
	where: Where,
	reading: Reading,
	found: readonly MeantPlace[]
): Promise<FoundPlace> {
	if (found.length === 1) return await answerFor(db, where, reading, found);
	return { reading: 'several', ...NO_PLACE, others: found.slice(0, MOST_OTHERS) };
}

/** The first is answered for; the others have the same name elsewhere. */
async function answerFor(
	db: Kysely<DB>,
	where: Where,
	reading: Reading,
	[place, ...others]: readonly MeantPlace[]
): Promise<FoundPlace> {
	const within = place?.kind === 'municipality' ? await listWithin(db, where, place.code) : [];
	return { reading, place: place ?? null, others: others.slice(0, MOST_OTHERS), within };
}

/** Places by the names that are written most like a text, the likeliest first. */
async function listNearly(db: Kysely<DB>, where: Where, text: string): Promise<MeantPlace[]> {
	const names = await listNearestNames(db, where, text);
	return names.length === 0
		? []
		: await listNamed(
				db,
				where,
				names.map(({ name }) => name)
			);
}

async function isProvince(db: Kysely<DB>, text: string): Promise<boolean> {
	const query = sql<{ code: string }>`select code from province where ${isProvinceCalled(text)}`;
	return (await query.execute(db)).rows.length > 0;
}
