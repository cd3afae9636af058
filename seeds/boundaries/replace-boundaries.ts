import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import { drawOfficial, matchCodes } from './official.ts';
import type { OfficialArea } from './read-official.ts';
import type { BoundaryShapes } from './schematic.ts';

/** What a page with official boundaries says about them. */
export const officialAttribution = 'Gemeentegrenzen: CBS en Kadaster, vereenvoudigd';

export interface OfficialFile {
	areas: readonly OfficialArea[];
	/** The day whose municipalities the file holds; the set of that day is replaced whole. */
	day: Day;
	/** Where the file came from, as it is shown: a name or an address. */
	source: string;
}

export interface Replaced {
	validFrom: Day;
	validTo: Day;
	municipalities: number;
	/** Codes of the file that do not exist on the day; they were left out. */
	unknown: string[];
}

/** The file does not have every municipality of the day; nothing was changed. */
export class MissingMunicipalities extends Error {
	readonly missing: string[];
	readonly unknown: string[];

	constructor(missing: string[], unknown: string[]) {
		super(`The file has no boundaries for: ${missing.join(', ')}.`);
		this.missing = missing;
		this.unknown = unknown;
	}
}

/**
 * Replaces the boundary set that holds on a day by official boundaries, in one transaction: all of it
 * or, with an error, nothing. `db` connects as the owner of the tables.
 */
export async function replaceBoundaries(db: Kysely<DB>, file: OfficialFile): Promise<Replaced> {
	return db.transaction().execute(async (trx) => {
		await takeRecordStamp(trx);
		const old = await findSet(trx, file.day);
		if (!old) throw new Error(`There are no boundaries for ${file.day}: run npm run seed first.`);
		const municipalities = await listMunicipalities(trx, file.day);
		const { missing, unknown } = matchCodes(file.areas, municipalities);
		if (missing.length > 0) {
			throw new MissingMunicipalities(
				missing.map(({ code, name }) => `${code} ${name}`),
				unknown
			);
		}
		const shapes = drawOfficial(file.areas, municipalities);
		await trx.deleteFrom('boundarySet').where('id', '=', old.id).execute();
		await insertSet(trx, { ...old, source: file.source }, shapes);
		const { validFrom, validTo } = old;
		return { validFrom, validTo, municipalities: shapes.municipalities.length, unknown };
	});
}

function findSet(trx: Transaction<DB>, day: Day) {
	return trx
		.selectFrom('boundarySet')
		.select(['id', 'validFrom', 'validTo'])
		.where('validFrom', '<=', day)
		.where('validTo', '>', day)
		.executeTakeFirst();
}

function listMunicipalities(trx: Transaction<DB>, day: Day) {
	return trx
		.selectFrom('municipality')
		.select(['code', 'name', 'provinceCode'])
		.where('validFrom', '<=', day)
		.where('validTo', '>', day)
		.orderBy('code')
		.execute();
}

async function insertSet(
	trx: Transaction<DB>,
	{ validFrom, validTo, source }: { validFrom: Day; validTo: Day; source: string },
	{ municipalities, provinces }: BoundaryShapes
): Promise<void> {
	const contentHash = createHash('sha256').update(JSON.stringify({ municipalities, provinces }));
	const { id: boundarySetId } = await trx
		.insertInto('boundarySet')
		.values({
			kind: 'official',
			validFrom,
			validTo,
			attribution: officialAttribution,
			source,
			contentHash: contentHash.digest('hex')
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await insertRows(
		trx,
		'municipalityBoundary',
		municipalities.map(({ code, ...shape }) => ({
			...shape,
			boundarySetId,
			municipalityCode: code
		}))
	);
	await insertRows(
		trx,
		'provinceBoundary',
		provinces.map(({ code, ...shape }) => ({ ...shape, boundarySetId, provinceCode: code }))
	);
}
