import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { FOREVER, holdsOn, type Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { createSchematicMapper, schematicAttribution } from './boundaries/schematic.ts';
import { insertRows } from './insert-rows.ts';
import type { MunicipalityRow } from './reference/municipalities.ts';

const SOURCE =
	'province outlines of the package @svg-maps/netherlands; municipality cells computed from centroids';

/** Draws the schematic map for every period between municipal changes and stores it. */
export async function insertBoundaries(
	trx: Transaction<DB>,
	municipalities: MunicipalityRow[]
): Promise<void> {
	const drawMap = createSchematicMapper();
	const days = [...new Set(municipalities.map(({ validFrom }) => validFrom))];
	days.push(...municipalities.map(({ validTo }) => validTo).filter((day) => day !== FOREVER));
	const starts: Day[] = [...new Set(days)].sort();
	for (const [index, validFrom] of starts.entries()) {
		const map = drawMap(municipalities.filter((row) => holdsOn(row, validFrom)));
		const set = await trx
			.insertInto('boundarySet')
			.values({
				kind: 'schematic',
				validFrom,
				validTo: starts[index + 1] ?? FOREVER,
				attribution: schematicAttribution,
				source: SOURCE,
				contentHash: createHash('sha256').update(JSON.stringify(map)).digest('hex')
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const rows = (shapes: typeof map.municipalities) =>
			shapes.map(({ code, ...shape }) => ({ code, shape: { ...shape, boundarySetId: set.id } }));
		await insertRows(
			trx,
			'municipalityBoundary',
			rows(map.municipalities).map(({ code, shape }) => ({ ...shape, municipalityCode: code }))
		);
		await insertRows(
			trx,
			'provinceBoundary',
			rows(map.provinces).map(({ code, shape }) => ({ ...shape, provinceCode: code }))
		);
	}
}
