import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { libraryChanges } from '#lib/publish/edition/changes.ts';
import { libraryLines } from '#lib/publish/edition/content.ts';
import { parseQuarter, quarterOf, type Quarter } from '#lib/base/as-of/quarter.ts';
import { linesOf } from '#lib/publish/edition/read-content.ts';
import type { ShownForecast } from '#lib/figures/forecast/forecast.ts';
import type { EditionSituation, Imprint, PreviousEdition } from '#lib/publish/edition/types.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { InTurn } from '#lib/server/platform/process/in-turn.ts';
import type { MapStandings } from '#lib/server/figures/map-page/read-map.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { makeEditionFiles, readyToMakeFiles, type EditionFile } from './make-files.ts';
import { useKey } from './keys.ts';
import { findEdition, findEditionBefore, readEditionContent } from './queries.ts';
import { readEditionSituation, type EditionReasons } from './read-situation.ts';
import { seenFigures } from './seen-figures.ts';
import type { SigningKey } from '#lib/server/platform/env/signing-key.ts';

export interface FreezeRequest {
	quarter: Quarter;
	knownOn: Day;
	/** What the author saw when she decided, from {@link seenFigures}. */
	seen: string;
	/** Where the installation lives: `https://ido.example.nl`. */
	origin: string;
	/** The model's forecast for a version of the data; null when it could not be made. */
	readForecast: (dataVersion: number) => Promise<ShownForecast | null>;
}

/** Why nothing was frozen. */
export type FreezeRefusal = 'already' | 'other_key' | 'figures_changed' | 'busy';

/**
 * Freezing changes the version of the data, so of several at once each would be read anew, with its forecast,
 * after every other. So they take turns, and more than a few at once are refused.
 */
const freezing = new InTurn('quarters to freeze', 4);

/** Reading and freezing is tried as often as this when somebody keeps recording in between. */
const ATTEMPTS = 5;

/** What an edition is made of. */
export interface PreparedEdition {
	situation: EditionSituation;
	/** For its map. */
	standings: MapStandings;
	reasons: EditionReasons;
	previous: PreviousEdition | null;
}

/** What an edition of this quarter would be made of, and what it would be compared with. */
export async function prepareEdition(
	db: Kysely<DB>,
	quarter: Quarter,
	knownOn: Day
): Promise<PreparedEdition> {
	const [{ situation, standings, reasons }, previous] = await Promise.all([
		readEditionSituation(db, quarter, knownOn),
		findEditionBefore(db, quarter.end)
	]);
	return {
		situation,
		standings,
		reasons,
		previous: previous ? await compare(db, previous.quarterEnd, situation) : null
	};
}

async function compare(
	db: Kysely<DB>,
	quarterEnd: Day,
	situation: EditionSituation
): Promise<PreviousEdition> {
	const { content, sumsSha256 } = await readEditionContent(db, quarterEnd);
	return {
		quarter: quarterOf(quarterEnd).code,
		sumsSha256,
		changes: libraryChanges(linesOf(content), libraryLines(situation))
	};
}

/**
 * Freezes a quarter for ever: its files, signed with the key of the installation. Answers why not
 * when it was frozen before, when the figures are no longer those that the author saw, or when
 * another key signs here. Everything is read before the write lock is taken; when something was
 * recorded in between it is read again, so that all figures are of one version of the data.
 * Throws `TooBusy`.
 */
export function freezeEdition(
	db: Kysely<DB>,
	author: Author,
	request: FreezeRequest,
	key: SigningKey
): Promise<{ refused: FreezeRefusal } | { refused: null }> {
	return freezing.run(() => freezeInTurn(db, author, request, key));
}

async function freezeInTurn(
	db: Kysely<DB>,
	author: Author,
	request: FreezeRequest,
	key: SigningKey
): Promise<{ refused: FreezeRefusal } | { refused: null }> {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (await findEdition(db, request.quarter.end)) return { refused: 'already' };
		const { version } = await readDataState(db);
		const { situation, ...others } = await prepareEdition(db, request.quarter, request.knownOn);
		if (seenFigures(situation) !== request.seen) return { refused: 'figures_changed' };
		const forecast = await request.readForecast(version);
		const prepared = { ...others, situation: { ...situation, forecast } };
		await readyToMakeFiles();
		const outcome = await db.transaction().execute(async (trx) => {
			const recordedAt = await takeRecordStamp(trx);
			const now = await readDataState(trx);
			if (now.version !== version + 1) return 'moved';
			if (!(await useKey(trx, key, recordedAt))) return 'other_key';
			await writeEdition(trx, author, { request, key, recordedAt, ...prepared });
			return 'frozen';
		});
		if (outcome === 'frozen') return { refused: null };
		if (outcome === 'other_key') return { refused: 'other_key' };
	}
	return { refused: 'busy' };
}

interface Freezing extends PreparedEdition {
	request: FreezeRequest;
	key: SigningKey;
	recordedAt: string;
}

async function writeEdition(
	trx: Transaction<DB>,
	author: Author,
	{ request, key, recordedAt, situation, standings, reasons, previous }: Freezing
): Promise<void> {
	const { quarter, knownOn, origin } = request;
	const imprint: Imprint = {
		address: new URL(`/kwartaalstanden/${quarter.code}`, origin).href,
		origin,
		// To the second: the moment in the files is the one that the database keeps.
		frozenAt: new Date(recordedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
		organisation: author.organisation,
		fingerprint: key.fingerprint,
		previous
	};
	const files = await makeEditionFiles({ situation, standings, reasons, imprint }, key);
	const { id } = await trx
		.insertInto('edition')
		.values({
			quarterEnd: quarter.end,
			knownOn,
			demoData: situation.progress.demoData,
			dataVersion: situation.dataVersion,
			previousQuarterEnd: (previous && parseQuarter(previous.quarter)?.end) ?? null,
			keyFingerprint: key.fingerprint,
			frozenAt: recordedAt,
			frozenBy: author.id,
			frozenFor: author.organisation
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('editionFile')
		.values(files.map((file) => toRow(id, file)))
		.execute();
}

function toRow(editionId: number, { name, mediaType, content, sha256 }: EditionFile) {
	return { editionId, name, mediaType, content, sha256: Buffer.from(sha256, 'hex') };
}
