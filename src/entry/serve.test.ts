import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { StartProblem } from './progress.ts';
import { checkPort, serve, type Answer, type Listening } from './serve.ts';

let listening: Listening | undefined;

afterEach(async () => {
	await listening?.close(0);
	listening = undefined;
});

async function listen(answer: Answer): Promise<number> {
	listening = await serve(answer, undefined, 0);
	return listening.port;
}

/** The response, as soon as its headers are there. */
function request(port: number): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get({ port, host: '127.0.0.1' }, resolve).once('error', reject);
	});
}

function readAll(response: IncomingMessage): Promise<string> {
	return new Promise((resolve) => {
		let text = '';
		response.on('data', (chunk: Buffer) => (text += chunk.toString()));
		response.once('error', () => resolve(`${text}(cut off)`));
		response.once('end', () => resolve(text));
	});
}

describe('the server', () => {
	it('says what to do when the port is taken', async () => {
		const port = await listen((_, res) => res.end());
		await expect(checkPort(undefined, port)).rejects.toThrow(StartProblem);
		await expect(checkPort(undefined, port)).rejects.toThrow(`Port ${port} is taken`);
	});

	it('says so when the address is not of this machine', async () => {
		await expect(checkPort('192.0.2.1', 0)).rejects.toThrow('HOST=192.0.2.1');
	});

	it('ends event streams at once when it closes', async () => {
		const port = await listen((_, res) => {
			res.setHeader('content-type', 'text/event-stream');
			res.write('data: hello\n\n');
		});
		const stream = await request(port);
		const text = readAll(stream);
		await listening?.close(60_000);
		expect(await text).toMatch(/cut off/);
	});

	it('finishes running requests when it closes', async () => {
		let pending: ServerResponse | undefined;
		let received: () => void = () => undefined;
		const arrived = new Promise<void>((resolve) => (received = resolve));
		const port = await listen((_, res) => {
			pending = res;
			received();
		});
		const response = request(port);
		await arrived;
		const closed = listening?.close(60_000);
		pending?.end('done');
		expect(await readAll(await response)).toBe('done');
		await closed;
	});

	it('cuts off what takes longer than its patience', async () => {
		let received: () => void = () => undefined;
		const arrived = new Promise<void>((resolve) => (received = resolve));
		const port = await listen(() => received());
		const response = request(port);
		await arrived;
		const refused = expect(response).rejects.toThrow();
		await listening?.close(50);
		await refused;
	});
});
