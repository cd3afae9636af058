import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { preparePlace } from '../embedded/place.ts';
import { list, quote, type CopiedTable } from './list-tables.ts';
import { BackupProblem } from './problem.ts';

/** A folder that both this process and the server can read and write. */
export interface Exchange {
	folder: string;
	/** For root, whose server runs as another account. */
	giveToServer(path: string): Promise<void>;
}

/** Calls `use` with a folder beside the data, and removes it afterwards. */
export async function withExchange<T>(
	dataDir: string,
	use: (exchange: Exchange) => Promise<T>
): Promise<T> {
	const place = await preparePlace(dataDir);
	const folder = await mkdtemp(join(place.folder, 'exchange-'));
	const giveToServer = async (path: string) => {
		if (place.account) await chown(path, place.account.uid, place.account.gid);
	};
	try {
		await chmod(folder, 0o700);
		await giveToServer(folder);
		return await use({ folder, giveToServer });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Passes everything on, and gives the checksum of it in hexadecimal. */
function hashing(): { stream: Transform; digest: () => string } {
	const hash = createHash('sha256');
	const stream = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			done(null, chunk);
		}
	});
	return { stream, digest: () => hash.digest('hex') };
}

/** Has the server write the rows of a table; packs them into `target`, or only adds them up. */
export async function copyOut(
	client: pg.ClientBase,
	exchange: Exchange,
	{ name, columns, order }: CopiedTable,
	target?: string
): Promise<{ rows: number; sha256: string }> {
	const file = join(exchange.folder, 'rows');
	const select = `select ${list(columns)} from ${quote(name)} order by ${order}`;
	const { rowCount } = await client.query(`copy (${select}) to '${inSql(file)}'`);
	const { stream, digest } = hashing();
	try {
		if (target) {
			const out = createWriteStream(target, { mode: 0o600, flush: true });
			await pipeline(createReadStream(file), stream, createGzip(), out);
		} else {
			await pipeline(createReadStream(file), stream.resume());
		}
	} finally {
		await rm(file, { force: true });
	}
	return { rows: rowCount ?? 0, sha256: digest() };
}

/** Unpacks the rows of a table and has the server read them; throws when they are not those of the checksum. */
export async function copyIn(
	client: pg.ClientBase,
	exchange: Exchange,
	{ name, columns, sha256 }: Pick<CopiedTable, 'name' | 'columns'> & { sha256: string },
	source: string
): Promise<void> {
	const file = join(exchange.folder, 'rows');
	const { stream, digest } = hashing();
	try {
		const out = createWriteStream(file, { mode: 0o600 });
		await pipeline(createReadStream(source), createGunzip(), stream, out).catch(
			(cause: unknown) => {
				throw new BackupProblem(`The rows of ${name} cannot be read; nothing was restored.`, {
					cause
				});
			}
		);
		if (digest() !== sha256) {
			throw new BackupProblem(`The rows of ${name} are damaged; nothing was restored.`);
		}
		await exchange.giveToServer(file);
		await client.query(`copy ${quote(name)} (${list(columns)}) from '${inSql(file)}'`);
	} finally {
		await rm(file, { force: true });
	}
}

const inSql = (path: string) => path.replaceAll("'", "''");
