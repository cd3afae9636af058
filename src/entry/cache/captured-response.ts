import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

/** A complete answer, before compression. */
export interface Captured {
	status: number;
	headers: OutgoingHttpHeaders;
	body: Buffer;
}

/**
 * Stands in for the response while Kit answers. When the headers are there, `keep` decides: the
 * answer is collected and given to `done`, or everything passes straight on to `real`, as it must
 * for event streams, and `done` gets null at once.
 */
export class CapturedResponse extends ServerResponse {
	readonly #real: ServerResponse;
	readonly #keep: (status: number, headers: OutgoingHttpHeaders) => boolean;
	readonly #done: (captured: Captured | null) => void;
	readonly #chunks: Buffer[] = [];
	#decision: 'keep' | 'pass' | undefined;

	constructor(
		req: IncomingMessage,
		real: ServerResponse,
		keep: (status: number, headers: OutgoingHttpHeaders) => boolean,
		done: (captured: Captured | null) => void
	) {
		super(req);
		this.#real = real;
		this.#keep = keep;
		this.#done = done;
	}

	override writeHead(status: number, ...rest: unknown[]): this {
		if (this.#decision) return this;
		this.statusCode = status;
		const headers = rest.find((item) => typeof item === 'object' && item !== null);
		for (const [name, value] of Object.entries(headers ?? {})) {
			if (isHeaderValue(value)) this.setHeader(name, value);
		}
		if (this.#keep(status, this.getHeaders())) {
			this.#decision = 'keep';
		} else {
			this.#decision = 'pass';
			this.#passOn();
		}
		return this;
	}

	override write(chunk: unknown, ...rest: unknown[]): boolean {
		this.writeHead(this.statusCode);
		if (this.#decision === 'pass') return this.#real.write(toBuffer(chunk, rest[0]));
		this.#chunks.push(toBuffer(chunk, rest[0]));
		return true;
	}

	override end(...rest: unknown[]): this {
		const [chunk, encoding] = rest;
		this.writeHead(this.statusCode);
		if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') {
			this.write(chunk, encoding);
		}
		if (this.#decision === 'pass') {
			this.#real.end();
		} else {
			const body = Buffer.concat(this.#chunks);
			this.#done({ status: this.statusCode, headers: this.getHeaders(), body });
		}
		return this;
	}

	override flushHeaders(): void {
		this.writeHead(this.statusCode);
		if (this.#decision === 'pass') this.#real.flushHeaders();
	}

	override destroy(error?: Error): this {
		if (this.#decision !== 'pass') this.#done(null);
		this.#real.destroy(error);
		return this;
	}

	#passOn(): void {
		const real = this.#real;
		real.writeHead(this.statusCode, this.getHeaders());
		real.on('drain', () => this.emit('drain'));
		real.on('close', () => this.emit('close'));
		if (real.destroyed) queueMicrotask(() => this.emit('close'));
		this.#done(null);
	}
}

function isHeaderValue(value: unknown): value is string | number | string[] {
	return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
	if (typeof chunk !== 'string') return Buffer.from(chunk instanceof Uint8Array ? chunk : []);
	return Buffer.from(
		chunk,
		typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
	);
}
