import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the database that a test can cut and mend. */
export interface DatabaseProxy {
	/** The given address by way of the proxy. */
	through(databaseUrl: string): string;
	/** Breaks all connections and refuses new ones. */
	cut(): Promise<void>;
	/** Lets connections through again, on the same port. */
	mend(): Promise<void>;
	close(): Promise<void>;
}

/** Listens on a free port and passes everything on to the server of `databaseUrl`. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
	const { hostname, port } = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// A broken connection is what this is for.
		socket.on('error', () => undefined);
	};
	const listen = (on: number) =>
		new Promise<Server>((resolve, reject) => {
			const server = createServer((inner) => {
				const outer = connect(Number(port), hostname);
				for (const socket of [inner, outer]) keep(socket);
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
		mend: async () => {
			server = await listen(own);
		},
		close: cut
	};
}
