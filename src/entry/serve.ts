import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { bareHeaders } from '#lib/server/platform/security/headers.ts';
import { StartProblem } from './progress.ts';
import { refuseBroken } from './refuse-broken.ts';

/** What answers requests: Kit's handler, or what we put before it. */
export type Answer = (req: IncomingMessage, res: ServerResponse) => void;

export interface Listening {
	port: number;
	/**
	 * Takes no new requests, ends event streams at once, and resolves when the running requests are
	 * answered or cut off after `patienceMs`.
	 */
	close(patienceMs: number): Promise<void>;
}

/** Without a HOST the product is for this machine only, by either version of its own address. */
const THIS_MACHINE = ['127.0.0.1', '::1'];

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}

function explain(error: unknown, host: string, port: number): unknown {
	switch (codeOf(error)) {
		case 'EADDRINUSE':
			return new StartProblem(
				`Port ${port} is taken by another program (or by this one, running already). ` +
					`Stop that, or choose another port: PORT=${port + 1} npm start`
			);
		case 'EACCES':
			return new StartProblem(
				`This user may not use port ${port}. Choose one above 1023: PORT=3000`
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return new StartProblem(`HOST=${host} is no address of this machine.`);
		default:
			return error;
	}
}

function bind(server: Server, host: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => reject(error));
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

async function bindAll(servers: Server[], hosts: string[], wanted: number): Promise<number> {
	let port = wanted;
	for (const [index, host] of hosts.entries()) {
		const server = servers[index];
		if (!server) continue;
		try {
			port = await bind(server, host, port);
		} catch (error) {
			// A machine without IPv6 has no ::1, and a port that was drawn may be taken there.
			const spare = index > 0 && (wanted === 0 || codeOf(error) !== 'EADDRINUSE');
			if (!spare) throw explain(error, host, port);
		}
	}
	return port;
}

async function closeServer(server: Server): Promise<void> {
	if (!server.listening) return;
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
	});
}

/** Listens on `host` (this machine when absent); throws a {@link StartProblem} that says what to do. */
export async function serve(
	answer: Answer,
	host: string | undefined,
	port: number
): Promise<Listening> {
	const open = new Set<ServerResponse>();
	const handle: Answer = (req, res) => {
		if (req.httpVersion === '1.1' && req.headers.host === undefined) {
			res.writeHead(400, { ...bareHeaders(false), connection: 'close' }).end();
			return;
		}
		open.add(res);
		res.once('close', () => open.delete(res));
		answer(req, res);
	};
	const hosts = host ? [host] : THIS_MACHINE;
	const servers = hosts.map(() => {
		const server = createServer({ keepAliveTimeout: 65_000, requireHostHeader: false }, handle);
		server.on('clientError', (error: Error, socket: Socket) => {
			const answered = [...open].some((res) => res.socket === socket && res.headersSent);
			refuseBroken(error, socket, answered);
		});
		server.on('checkExpectation', (_req, res: ServerResponse) => {
			res.writeHead(417, bareHeaders(false)).end();
		});
		return server;
	});
	const close = async (patienceMs: number) => {
		const closed = Promise.all(servers.map(closeServer));
		for (const res of open) {
			if (String(res.getHeader('content-type')).startsWith('text/event-stream')) res.destroy();
			// The connection of a running request ends with its answer.
			else if (!res.headersSent) res.setHeader('connection', 'close');
		}
		const cutOff = setTimeout(() => servers.forEach((s) => s.closeAllConnections()), patienceMs);
		await closed;
		clearTimeout(cutOff);
	};
	try {
		return { port: await bindAll(servers, hosts, port), close };
	} catch (error) {
		await close(0);
		throw error;
	}
}

/** Fails early, before anything slow is done, when the port cannot be had. */
export async function checkPort(host: string | undefined, port: number): Promise<void> {
	const probe = await serve(() => undefined, host, port);
	await probe.close(0);
}
