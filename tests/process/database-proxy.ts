import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the database that a test can cut and mend. */
export interface DatabaseProxy {
	/** The given address by way of the proxy. */
	through(databaseUrl: string): string;
	/** Breaks all connections and refuses new ones. */
	cut(): Promise<void>;
	/** Lets nothing through any more on connections that stay, as a server does that stands still. */
	freeze(): void;
	/** Lets connections through again, on the same port; after a freeze, `cut` comes first. */
	mend(): Promise<void>;
	close(): Promise<void>;
}

/** Listens on a free port and passes everything on to the server of `databaseUrl`. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
	const { hostname, port } = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	let frozen = false;
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
				inner.pipe(outer).pipe(inner);
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
		freeze: () => {
			frozen = true;
			for (const socket of sockets) socket.unpipe().pause();
		},
		mend: async () => {
			frozen = false;
			server = await listen(own);
		},
		close: cut
	};
}
