import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bareHeaders, WORKER_POLICY } from '#lib/server/platform/security/headers.ts';
import { PROJECT } from './build-when-needed.ts';
import type { Answer } from './serve.ts';

type Next = () => void;
type KitHandler = (req: IncomingMessage, res: ServerResponse, next: Next) => void;

/** Set by us on every request, whatever the visitor sent, and read by Kit as PROTOCOL_HEADER. */
const SCHEME_HEADER = 'x-ido-scheme';

/** In bytes: a file of milestones may be four megabytes, and what stands around it in its form is little. */
const USUAL_BODY = 4_200_000;
/** Evidence may be ten megabytes. */
const LARGEST_BODY = 10_700_000;
const EVIDENCE = /\/bijwerken\/bewijs$/;

/** Kit's list of types has no icons, and a browser that may not guess shows nothing of an unknown type. */
const ICON = { path: '/favicon.ico', type: 'image/x-icon' };

/** The policy of a worker is that of its own file. */
const WORKER = '/service-worker.js';

function isKitModule(module: object): module is { handler: KitHandler } {
	return 'handler' in module && typeof module.handler === 'function';
}

/**
 * Loads Kit's built handler. It reads its settings from the environment at this moment: on plain http
 * it would otherwise believe it is https and refuse every form; behind a proxy ORIGIN says the truth.
 */
export async function loadKitHandler(https: boolean): Promise<Answer> {
	// Kit's hooks do not see files of the build and what Kit refuses by itself.
	const headers = Object.entries(bareHeaders(https));
	process.env.PROTOCOL_HEADER = SCHEME_HEADER;
	process.env.BODY_SIZE_LIMIT = String(LARGEST_BODY);
	const built: unknown = await import(pathToFileURL(join(PROJECT, 'build', 'handler.js')).href);
	if (typeof built !== 'object' || built === null || !isKitModule(built)) {
		throw new Error('build/handler.js has no handler');
	}
	const { handler } = built;
	return (req, res) => {
		for (const [name, value] of headers) res.setHeader(name, value);
		leavePolicyAlone(res);
		const path = req.url?.split('?', 1)[0];
		if (path === ICON.path) res.setHeader('content-type', ICON.type);
		if (path === WORKER) {
			res.setHeader('content-security-policy', WORKER_POLICY);
			// Its name is the same in each build: whoever keeps it must ask whether it still is.
			res.setHeader('cache-control', 'no-cache');
		}
		refuseLarge(req);
		req.headers[SCHEME_HEADER] = 'http';
		// Kit reads what follows two slashes as the name of a host, and throws when it is none.
		if (req.url?.startsWith('//')) req.url = req.url.replace(/^\/+/, '/');
		handler(req, res, () => {
			res.statusCode = 404;
			res.end('Not found');
		});
	};
}

/**
 * Kit knows one largest body. Where no evidence is sent, a larger one than usual is told to Kit as one
 * that is too large anywhere, so that it is refused unread and in the same words.
 */
function refuseLarge(req: IncomingMessage): void {
	const path = req.url?.split('?', 1)[0] ?? '';
	if (Number(req.headers['content-length']) > USUAL_BODY && !EVIDENCE.test(path)) {
		req.headers['content-length'] = String(LARGEST_BODY + 1);
	}
}

/**
 * A browser takes the headers of "not modified" over into the page that it kept: with the policy of
 * files in them the second visit to a page would be without styles and scripts.
 */
function leavePolicyAlone(res: ServerResponse): void {
	const writeHead = res.writeHead.bind(res) as (...given: unknown[]) => ServerResponse;
	res.writeHead = (...given: unknown[]) => {
		if (given[0] === 304) res.removeHeader('content-security-policy');
		return writeHead(...given);
	};
}
