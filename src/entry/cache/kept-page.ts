import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import type { Captured } from './captured-response.ts';
import { chooseCoding, type Coding } from './request-rules.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
const zip = promisify(gzip);

/** Smaller bodies gain nothing from compression. */
const SMALLEST = 1_000;
/**
 * Brotli 6 takes 3 ms for the map page and is within 1 % of 9, which takes 130 ms and 30 MB; 4 takes 2 ms
 * and gives 7 % more to send.
 */
const QUALITY = 6;
/** Half a megabyte, more than a page: the usual four take memory and find nothing more. */
const WINDOW_BITS = 19;
const COMPRESSIBLE = /^(?:text\/|image\/svg)|json|javascript|xml/;
/** Headers that belong to one connection or one coding, not to the page. */
const OWN = /^(?:connection|keep-alive|transfer-encoding|content-length|date|etag|vary)$/;

interface Variant {
	headers: string[];
	body: Buffer;
}

/** A whole answer with its headers, compressed; other codings are made when somebody wants them. */
export class KeptPage {
	readonly etag: string;
	readonly #headers: string[];
	readonly #variants = new Map<Coding, Variant>();
	readonly #compressible: boolean;

	private constructor(captured: Captured) {
		const { headers, body } = captured;
		const own = String(headers.etag ?? '').replace(/^W\//, '');
		this.etag = `W/${own || `"${createHash('sha1').update(body).digest('base64url')}"`}`;
		this.#compressible =
			body.length >= SMALLEST && COMPRESSIBLE.test(String(headers['content-type'] ?? ''));
		this.#headers = Object.entries(headers)
			.filter(([name, value]) => value !== undefined && !OWN.test(name))
			.flatMap(([name, value]) => [value].flat().flatMap((item) => [name, String(item)]));
		this.#headers.push('etag', this.etag);
		if (this.#compressible) this.#headers.push('vary', 'Accept-Encoding');
	}

	/** Of a whole answer. */
	static async make(captured: Captured): Promise<KeptPage> {
		const page = new KeptPage(captured);
		if (page.#compressible) page.#set('br', await squeeze(captured.body));
		else page.#set('identity', captured.body);
		return page;
	}

	/** Bytes of all that is kept of this page. */
	get size(): number {
		let size = 500;
		for (const { body } of this.#variants.values()) size += body.length;
		return size;
	}

	/** Answers a request; 304 when the visitor has this very page. */
	send(req: IncomingMessage, res: ServerResponse): void | Promise<void> {
		const known = req.headers['if-none-match'];
		if (known?.includes(this.etag.slice(2))) {
			res.writeHead(304, this.#headers);
			res.end();
			return;
		}
		const coding = this.#compressible ? chooseCoding(req.headers['accept-encoding']) : 'identity';
		const variant = this.#variants.get(coding);
		if (!variant) return this.#make(coding).then((made) => deliver(res, made));
		deliver(res, variant);
	}

	/** The body as it was, for a notice to be put in. */
	async plain(): Promise<Captured> {
		const { body } = this.#variants.get('identity') ?? (await this.#make('identity'));
		return { status: 200, headers: Object.fromEntries(pairs(this.#headers)), body };
	}

	async #make(coding: Coding): Promise<Variant> {
		const packed = this.#variants.get('br');
		if (!packed) throw new Error('a kept page without a body');
		const body = await decompress(packed.body);
		return coding === 'gzip'
			? this.#set('gzip', await zip(body))
			: { headers: this.#headersFor('identity', body), body };
	}

	#set(coding: Coding, body: Buffer): Variant {
		const variant = { headers: this.#headersFor(coding, body), body };
		this.#variants.set(coding, variant);
		return variant;
	}

	#headersFor(coding: Coding, body: Buffer): string[] {
		const headers = [...this.#headers, 'content-length', String(body.length)];
		return coding === 'identity' ? headers : [...headers, 'content-encoding', coding];
	}
}

function deliver(res: ServerResponse, { headers, body }: Variant): void {
	res.writeHead(200, headers);
	res.end(body);
}

function squeeze(body: Buffer): Promise<Buffer> {
	return compress(body, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: QUALITY,
			[constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
			[constants.BROTLI_PARAM_SIZE_HINT]: body.length
		}
	});
}

function* pairs(flat: readonly string[]): Generator<[string, string]> {
	for (let i = 0; i + 1 < flat.length; i += 2) yield [flat[i]!, flat[i + 1]!];
}
