import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import type { AppProcess } from '../process/app-process.ts';
import { askPacked } from './ask-packed.ts';
import { median, type Figure } from './bar.ts';
import { watchMemory } from './resident-memory.ts';

const SECONDS = 15;
/** Between two looks of the same kind; a write empties the cache, so writes are rarer. */
const PAUSE_MS = 20;
const WRITE_PAUSE_MS = 1_500;

/** What one kind of question took, in milliseconds, and the bad answers to it. */
interface Looks {
	times: number[];
	bad: number;
}

/** How everybody else fares while strangers flood the product with drawings and uncached pages. */
export async function measureFlood(app: AppProcess): Promise<Figure[]> {
	const origin = app.url.replace('localhost', '127.0.0.1');
	const cookie = await signIn(origin);
	const libraries = await listLibraries(origin);
	const kept = () => askPacked(`${origin}/`);
	await kept();
	const alive = () => askPacked(`${origin}/health/live`);
	const quietUntil = performance.now() + 3_000;
	const [quietLive, quiet] = await Promise.all([look(alive, quietUntil), look(kept, quietUntil)]);

	const memory = watchMemory(app.pid);
	const flood = startFlood(origin);
	const until = performance.now() + SECONDS * 1_000;
	const [live, map, writes] = await Promise.all([
		look(alive, until),
		look(kept, until),
		look(() => confirm(origin, cookie, libraries), until, WRITE_PAUSE_MS)
	]);
	const answered = await flood;
	const badAnswers = live.bad + map.bad + writes.bad;
	return [
		figure(
			'in a flood: /health/live, p99',
			percentile(live, 0.99),
			100,
			'ms',
			`${percentile(quietLive, 0.99).toFixed(0)} ms when quiet`
		),
		figure(
			'in a flood: a signed-in write, slowest',
			percentile(writes, 1),
			1_000,
			'ms',
			`${writes.times.length} writes`
		),
		figure(
			'in a flood: kept map page against quiet, median',
			median(map.times) / median(quiet.times),
			5,
			'×',
			`${median(map.times).toFixed(1)} ms against ${median(quiet.times).toFixed(1)} ms`
		),
		figure('in a flood: bad answers for who is no part of it', badAnswers, 0, '', ''),
		figure('in a flood: memory of the app', memory.end(), 250, 'MB', answered)
	];
}

function figure(what: string, measured: number, bar: number, unit: string, beside: string): Figure {
	return { what, measured, bar, unit, beside };
}

function percentile({ times }: Looks, share: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Asks again and again until the time is over. */
async function look(
	ask: () => Promise<{ status: number }>,
	until: number,
	pauseMs = PAUSE_MS
): Promise<Looks> {
	const looks: Looks = { times: [], bad: 0 };
	while (performance.now() < until) {
		const began = performance.now();
		const { status } = await ask();
		looks.times.push(performance.now() - began);
		if (status >= 400) looks.bad++;
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
	return looks;
}

async function startFlood(origin: string): Promise<string> {
	const flood = spawn(process.execPath, ['tests/bench/flood.ts', origin, String(SECONDS)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const chunks: Buffer[] = [];
	flood.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
	await once(flood, 'close');
	return Buffer.concat(chunks).toString().trim();
}

async function signIn(origin: string): Promise<string> {
	const reply = await post(`${origin}/inloggen`, '', {
		email: 'programmamanager@voorbeeld.nl',
		password: DEMO_PASSWORD
	});
	const cookie = reply.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
	if (reply.status !== 303 || cookie.length === 0) throw new Error(`no session: ${reply.status}`);
	return cookie.join('; ');
}

function post(url: string, cookie: string, fields: Record<string, string>): Promise<Response> {
	return fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { accept: 'text/html', origin: new URL(url).origin, cookie },
		body: new URLSearchParams(fields)
	});
}

async function listLibraries(origin: string): Promise<string[]> {
	const page = await (await fetch(`${origin}/bibliotheken`)).text();
	const found = page.matchAll(/href="\/bibliotheken\/([a-z0-9-]+)/g);
	return [...new Set([...found].map((match) => match[1]!))];
}

let turn = 0;

/** "Still right", for one library after the other: each is an event in the ledger. */
async function confirm(origin: string, cookie: string, libraries: string[]): Promise<Response> {
	const library = libraries[turn++ % libraries.length];
	const reply = await post(`${origin}/bibliotheken/${library}/bijwerken?/confirm`, cookie, {});
	await reply.arrayBuffer();
	return reply;
}
