import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way to the database that a test can cut and mend. */
export interface DatabaseProxy {
	/** The given address by way of the proxy. */
	through(databaseUrl: string): string;
	/** Breaks all connections and refuses new ones. */
	cut(): Promise<void>;
	/** Lets nothing through any more on connections that stay, as a server does that stands still. */
	freeze(): void;
	/**
	 * Breaks the connection of the next commit: before it came to the server, or after the server did it
	 * and before the answer came back. With `freeze` all stands still then; with `cut` only that one goes.
	 * Resolves when it happened.
	 */
	breakCommit(when: 'before' | 'after', how: 'cut' | 'freeze'): Promise<void>;
	/** Lets connections through again, on the same port; after a freeze, `cut` comes first. */
	mend(): Promise<void>;
	close(): Promise<void>;
}

interface Trap {
	when: 'before' | 'after';
	how: 'cut' | 'freeze';
	sprung: () => void;
}

/** As `pg` sends it. */
const COMMIT = Buffer.from('commit\0');

/** Listens on a free port and passes everything on to the server of `databaseUrl`. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
	const { hostname, port } = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	let frozen = false;
	let trap: Trap | undefined;
	const freeze = () => {
		frozen = true;
		for (const socket of sockets) socket.unpipe().pause();
	};
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// A broken connection is what this is for.
		socket.on('error', () => undefined);
	};
	const listen = (on: number) =>
		new Promise<Server>((resolve, reject) => {
			const server = createServer((inner) => {
				keep(inner);
				if (frozen) return;
				const outer = connect(Number(port), hostname);
				keep(outer);
				const watch = new Transform({
					transform: (chunk: Buffer, _encoding, pass) => {
						if (!trap || !chunk.includes(COMMIT)) return pass(null, chunk);
						const { when, how, sprung } = trap;
						trap = undefined;
						const spring = () => {
							if (how === 'cut') inner.destroy();
							else freeze();
							sprung();
						};
						if (when === 'before') return spring();
						// The server says that it is done, and nobody hears it.
						outer.unpipe(inner).once('data', spring).resume();
						pass(null, chunk);
					}
				});
				inner.pipe(watch).pipe(outer).pipe(inner);
				inner.once('close', () => outer.destroy());
				outer.once('close', () => inner.destroy());
			});
			server.once('error', reject);
			server.listen(on, '127.0.0.1', () => resolve(server));
		});
	let server = await listen(0);
	const address = server.address();
	const own = typeof address === 'object' && address ? address.port : 0;
	const cut = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
	return {
		through: (url) => {
			const other = new URL(url);
			other.hostname = '127.0.0.1';
			other.port = String(own);
			return other.href;
		},
		cut,
		freeze,
		breakCommit: (when, how) =>
			new Promise((sprung) => {
				trap = { when, how, sprung };
			}),
		mend: async () => {
			frozen = false;
			server = await listen(own);
		},
		close: cut
	};
}
