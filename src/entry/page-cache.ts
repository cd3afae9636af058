import type { IncomingMessage, ServerResponse } from 'node:http';
import { bareHeaders } from '#lib/server/platform/security/headers.ts';
import { CapturedResponse, type Captured } from './cache/captured-response.ts';
import type { DataVersionWatch, Generation } from './cache/data-version-watch.ts';
import { KeptPage } from './cache/kept-page.ts';
import { PageStore } from './cache/page-store.ts';
import { hasKnownParameters, isKeepable, mayBeKept } from './cache/request-rules.ts';
import { withStaleNotice } from './cache/stale-notice.ts';
import type { Gate } from './gate/gate.ts';
import type { Answer } from './serve.ts';

/** Bytes that all kept pages may take together. */
const LIMIT = 32 * 1024 * 1024;

export interface PageCacheOptions {
	watch: DataVersionWatch;
	/** Bytes; 32 MB when absent. */
	limit?: number;
	/** Lets in who asks for what is not kept. */
	gate?: Gate;
	/** The address is one whatever the visitor's `host` says (the setting ORIGIN). */
	oneHost?: boolean;
}

interface Shelf {
	generation: Generation;
	pages: PageStore;
	/** Answers that are being made; whoever asks for the same waits for it. */
	flights: Map<string, Promise<KeptPage | null>>;
}

/**
 * Answers anonymous visitors with whole compressed pages that were made from the same data on the
 * same day, before Kit is even asked. A new version of the data, or midnight, empties the shelf.
 * While the database is away the last shelf is used, with a notice.
 */
export function createPageCache(answer: Answer, options: PageCacheOptions): Answer {
	const { watch, limit = LIMIT, oneHost = false, gate = OPEN } = options;
	const admit: Answer = (req, res) => gate.pass(req, res, answer);
	let shelf: Shelf | undefined;
	const shelfOf = (generation: Generation): Shelf => {
		if (shelf?.generation !== generation) {
			// The same version on the same day after a lost connection: the pages are still right.
			const same =
				shelf?.generation.version === generation.version &&
				shelf.generation.today === generation.today;
			shelf = {
				generation,
				pages: (same && shelf?.pages) || new PageStore(limit),
				flights: new Map()
			};
		}
		return shelf;
	};

	// Not async: what is on the shelf is sent at once.
	const respond = (req: IncomingMessage, res: ServerResponse): void | Promise<void> => {
		const key = oneHost ? (req.url ?? '/') : `${req.headers.host} ${req.url}`;
		const generation = watch.current();
		if (!generation) {
			const stale = watch.isAway() ? shelf?.pages.get(key) : undefined;
			return stale ? sendStale(stale, req, res) : admit(req, res);
		}
		const current = shelfOf(generation);
		const kept = current.pages.get(key);
		if (!kept) return make(current, key, req, res);
		return kept.send(req, res);
	};

	const make = async (current: Shelf, key: string, req: IncomingMessage, res: ServerResponse) => {
		if (!hasKnownParameters(req.url ?? '/')) return admit(req, res);
		const flight = current.flights.get(key);
		const page = await (flight ?? lead(current, key, req, res));
		if (page) return page.send(req, res);
		// Kit's answer was not for everyone, so the one who led has it, and the others ask themselves.
		if (flight) admit(req, res);
	};

	/** Has Kit answer for everyone who waits; null when the answer turned out to be for one. */
	const lead = (current: Shelf, key: string, req: IncomingMessage, res: ServerResponse) => {
		const flight = capture(gate, answer, req, res).then(async (captured) => {
			const page = captured && (await KeptPage.make(captured));
			if (page) current.pages.set(key, page);
			return page;
		});
		current.flights.set(key, flight);
		const land = () => current.flights.delete(key);
		flight.then(land, land);
		return flight;
	};

	return (req, res) => {
		if (!mayBeKept(req)) return admit(req, res);
		respond(req, res)?.catch((error: unknown) => {
			console.error(error);
			if (res.headersSent) res.destroy();
			else res.writeHead(500, bareHeaders(false)).end();
		});
	};
}

/** No gate: everybody comes in at once. */
const OPEN: Gate = {
	enter: (_req, _res, start) => start(() => undefined),
	pass: (req, res, answer) => answer(req, res)
};

function capture(
	gate: Gate,
	answer: Answer,
	req: IncomingMessage,
	res: ServerResponse
): Promise<Captured | null> {
	return new Promise((resolve) => {
		let leave: () => void = () => undefined;
		// Kit makes the whole answer; what the visitor has already, and HEAD, are our business.
		const { method, headers } = req;
		const known = headers['if-none-match'];
		const whole = new CapturedResponse(req, res, isKeepable, (captured) => {
			req.method = method;
			if (known !== undefined) headers['if-none-match'] = known;
			leave();
			resolve(captured);
		});
		gate.enter(req, whole, (done) => {
			leave = done;
			req.method = 'GET';
			delete headers['if-none-match'];
			answer(req, whole);
		});
	});
}

async function sendStale(page: KeptPage, req: IncomingMessage, res: ServerResponse): Promise<void> {
	const { headers, body } = withStaleNotice(await page.plain());
	res.writeHead(200, { ...headers, 'content-length': body.length });
	res.end(req.method === 'HEAD' ? undefined : body);
}
