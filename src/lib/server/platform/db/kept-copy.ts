import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** A copy of rows of the database, and the number of the last change that it has. */
export interface Copy<Content> {
	content: Content;
	change: number;
}

interface Copying<Content> {
	/** What there is before the first reading. */
	empty: Content;
	/** The number of the last change that is committed. */
	askLastChange: (db: Kysely<DB>) => Promise<number>;
	/** A newer copy: what changed since `old`, the rest from `old` itself, which stays as it is. */
	readNewer: (db: Kysely<DB>, old: Copy<Content>) => Promise<Copy<Content>>;
}

interface Kept<Content> {
	copy: Copy<Content>;
	/** The question which change is the last, while it can still be asked for more than one. */
	asking: Promise<number> | null;
	loading: Promise<void> | null;
}

/** No change has this number: everything is newer. */
const NOTHING_READ = -1;

/**
 * A reader of rows that are kept in memory, per database handle, and are never older than what was
 * committed when they were asked for (docs/decisions/0015-points-in-memory.md). A handle that is gone
 * takes its copy with it.
 */
export function keptCopy<Content>(copying: Copying<Content>): (db: Kysely<DB>) => Promise<Content> {
	const keptOf = new WeakMap<Kysely<DB>, Kept<Content>>();
	return async (db) => {
		const kept = keptOf.get(db) ?? newKept(copying.empty);
		keptOf.set(db, kept);
		const lastChange = await askOnce(db, kept, copying);
		// A reading that was under way may have begun before this change.
		while (kept.copy.change < lastChange) {
			kept.loading ??= bringUpToDate(db, kept, copying).finally(() => (kept.loading = null));
			await kept.loading;
		}
		return kept.copy.content;
	};
}

function newKept<Content>(content: Content): Kept<Content> {
	return { copy: { content, change: NOTHING_READ }, asking: null, loading: null };
}

/**
 * The number of the last change that was committed before this was called. Questions of the same
 * moment are asked once: it is sent a moment later, and not shared any more from then on.
 */
function askOnce<Content>(
	db: Kysely<DB>,
	kept: Kept<Content>,
	{ askLastChange }: Copying<Content>
): Promise<number> {
	kept.asking ??= Promise.resolve().then(() => {
		kept.asking = null;
		return askLastChange(db);
	});
	return kept.asking;
}

async function bringUpToDate<Content>(
	db: Kysely<DB>,
	kept: Kept<Content>,
	{ readNewer }: Copying<Content>
): Promise<void> {
	kept.copy = await readNewer(db, kept.copy);
}
