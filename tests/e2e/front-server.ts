import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ACCOUNT_HEADER } from '#lib/work/offline/own-page.ts';

/** A server before the app, as a proxy is: it can be away, or have another version of the product behind it. */
export interface FrontServer {
	url: string;
	/** Connections are cut from now on: what a browser has without a network. */
	away: boolean;
	/** Answers with texts as another build would have them; null as they are. */
	rename: { from: string; to: string } | null;
	/** The product behind it is of before there were kept pages: it says not whose a page is, and has no worker. */
	isOlder: boolean;
	/** The form posts that came through, by path and action. */
	posts: string[];
	/** The answer to the next post gets lost: the app has it, the browser does not know. */
	loseNext: boolean;
	close(): Promise<void>;
}

const isText = (res: IncomingMessage) => /html|javascript/.test(res.headers['content-type'] ?? '');

/** Starts one before the app at `target`. */
export async function startFront(target: string): Promise<FrontServer> {
	const app = new URL(target);
	// A connection that is kept may be closed by the app at the very moment that it is used again.
	const agent = new Agent({ keepAlive: false });
	const front: FrontServer = {
		...{ url: '', away: false, rename: null, isOlder: false, posts: [], loseNext: false },
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};

	const answer = async (from: IncomingMessage, res: ServerResponse, isLost: boolean) => {
		if (isLost) {
			await buffer(from);
			res.destroy();
			return;
		}
		const { rename } = front;
		if (front.isOlder) delete from.headers[ACCOUNT_HEADER];
		if (!rename || !isText(from)) {
			res.writeHead(from.statusCode ?? 500, from.headers);
			from.pipe(res);
			return;
		}
		const text = (await buffer(from)).toString('utf8').replaceAll(rename.from, rename.to);
		const headers = { ...from.headers };
		delete headers['content-length'];
		delete headers.etag;
		res.writeHead(from.statusCode ?? 500, headers).end(text);
	};

	const server = createServer((req, res) => {
		if (front.away) {
			req.socket.destroy();
			return;
		}
		const { rename } = front;
		const isGone = rename !== null && req.url?.includes(rename.from);
		if (isGone || (front.isOlder && req.url === '/service-worker.js')) {
			res.writeHead(404).end();
			return;
		}
		const isPost = req.method === 'POST';
		const isLost = isPost && front.loseNext;
		if (isPost) {
			front.posts.push(req.url ?? '');
			front.loseNext = false;
		}
		const path = rename ? req.url?.replaceAll(rename.to, rename.from) : req.url;
		const headers = rename ? { ...req.headers, 'accept-encoding': 'identity' } : req.headers;
		const asked = request(
			{ agent, host: app.hostname, port: app.port, method: req.method, path, headers },
			(from) => void answer(from, res, isLost)
		);
		asked.on('error', () => res.destroy());
		res.on('close', () => asked.destroy());
		req.pipe(asked);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	front.url = `http://localhost:${(server.address() as AddressInfo).port}`;
	return front;
}
