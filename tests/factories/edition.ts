import type { Kysely } from 'kysely';
import type { ShownForecast } from '#lib/figures/forecast/forecast.ts';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { seenFigures } from '#lib/server/publish/edition/seen-figures.ts';
import { freezeEdition, prepareEdition } from '#lib/server/publish/edition/service.ts';
import {
	makeSigningKey,
	readSigningKey,
	type SigningKey
} from '#lib/server/platform/env/signing-key.ts';

export const ORIGIN = 'https://ido.example.nl';
export const AUTHOR = { id: 'author-7f3a', organisation: 'KB' };

/** A new key of an installation. */
export function newSigningKey(): SigningKey {
	const key = readSigningKey(makeSigningKey());
	if (!key) throw new Error('a new key is not read');
	return key;
}

/** Freezes a quarter as the programme manager does: sees its figures, then agrees to them. */
export async function freeze(
	db: Kysely<DB>,
	code: string,
	key: SigningKey,
	knownOn: string,
	forecast: ShownForecast | null = null
) {
	const quarter = parseQuarter(code);
	if (!quarter) throw new Error(`${code} is not a quarter`);
	const { situation } = await prepareEdition(db, quarter, knownOn);
	const seen = seenFigures(situation);
	const request = { quarter, knownOn, seen, readForecast: async () => forecast, origin: ORIGIN };
	return await freezeEdition(db, AUTHOR, request, key);
}
