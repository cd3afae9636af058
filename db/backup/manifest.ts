import { z } from 'zod';

/** The list of what a backup holds; the rest of the folder is what it speaks of. */
export const MANIFEST_FILE = 'backup.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const table = z.object({
	columns: z.array(z.string()),
	rows: z.number().int(),
	/** Of the rows as COPY writes them, in the order of the key. */
	sha256
});

export const manifest = z.object({
	format: z.literal(1),
	madeAt: z.iso.datetime(),
	postgresql: z.string(),
	/** Names of the migrations that the database had, in their order. */
	migrations: z.array(z.string()).min(1),
	tables: z.record(z.string().regex(/^[a-z0-9_]+$/), table),
	/** The last number that was given out; null when none was. */
	sequences: z.record(z.string().regex(/^[a-z0-9_]+$/), z.number().int().nullable())
});

export type Manifest = z.infer<typeof manifest>;
export type TableCopy = z.infer<typeof table>;

/** Where the rows of a table stand in the folder of a backup. */
export const tableFile = (name: string) => `${name}.copy.gz`;
