import type { Kysely } from 'kysely';
import { libraryChanges, type LibraryChange } from '#lib/publish/edition/changes.ts';
import { KEY_FILE } from '#lib/publish/edition/checksums.ts';
import { inReadingOrder } from '#lib/publish/edition/files.ts';
import { quarterOf, type Quarter } from '#lib/base/as-of/quarter.ts';
import { linesOf, type EditionContent } from '#lib/publish/edition/read-content.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	findEdition,
	findPublicKey,
	listEditionFiles,
	readEditionContent,
	type EditionRow
} from './queries.ts';
import { sha256 } from '#lib/server/platform/env/signing-key.ts';

/** A frozen quarter as its page shows it: everything comes from its own files. */
export interface EditionPage {
	row: EditionRow;
	/** Whole address, to cite. */
	address: string;
	figures: EditionContent['kerncijfers'];
	files: { name: string; bytes: number; sha256: string }[];
	/** Null for the first edition. */
	previous: { code: string; changes: LibraryChange[] } | null;
}

/** The edition of this quarter; undefined when it was not frozen. */
export async function readEditionPage(
	db: Kysely<DB>,
	quarter: Quarter,
	origin: string
): Promise<EditionPage | undefined> {
	const row = await findEdition(db, quarter.end);
	if (!row) return undefined;
	const { previousQuarterEnd } = row;
	const [{ content }, before, files, key] = await Promise.all([
		readEditionContent(db, quarter.end),
		previousQuarterEnd ? readEditionContent(db, previousQuarterEnd) : null,
		listEditionFiles(db, row.id),
		findPublicKey(db, row.fingerprint)
	]);
	const pem = Buffer.from(key?.publicKey ?? '');
	const keyFile = { name: KEY_FILE, bytes: pem.length, sha256: sha256(pem) };
	return {
		row,
		address: new URL(`/kwartaalstanden/${quarter.code}`, origin).href,
		figures: content.kerncijfers,
		files: inReadingOrder([...files, keyFile]),
		previous:
			before && previousQuarterEnd
				? {
						code: quarterOf(previousQuarterEnd).code,
						changes: libraryChanges(linesOf(before.content), linesOf(content))
					}
				: null
	};
}
