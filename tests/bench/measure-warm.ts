import { spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { median, type Figure } from './bar.ts';

const CONNECTIONS = 64;
const ROUNDS = 3;
const SECONDS = 4;

async function load(url: string) {
	const headers = { 'accept-encoding': 'br' };
	const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers });
	if (result.non2xx > 0 || result.errors > 0) {
		throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`);
	}
	return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** The anonymous map page, kept, against a bare server with the same bytes; in turns, so that both suffer alike. */
export async function measureWarm(appUrl: string): Promise<Figure[]> {
	const page = appUrl.replace('localhost', '127.0.0.1') + '/';
	const bare = spawn(process.execPath, ['tests/bench/bare-server.ts', page], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		const [printed] = (await once(bare.stdout, 'data')) as [Buffer];
		const bareUrl = printed.toString().trim();
		const rounds = [];
		for (let round = 0; round < ROUNDS; round++) {
			rounds.push({ bare: await load(bareUrl), app: await load(page) });
		}
		const bareRate = median(rounds.map((round) => round.bare.perSecond));
		const appRate = median(rounds.map((round) => round.app.perSecond));
		const bareP99 = median(rounds.map((round) => round.bare.p99));
		const appP99 = median(rounds.map((round) => round.app.p99));
		return [
			{
				what: 'map page warm, of the requests of a bare server',
				measured: median(rounds.map((round) => (100 * round.app.perSecond) / round.bare.perSecond)),
				bar: 90,
				unit: '%',
				atLeast: true,
				beside: `${Math.round(appRate)}/s against ${Math.round(bareRate)}/s`
			},
			{
				what: 'map page warm, p99 against the bare server',
				measured: appP99 / Math.max(bareP99, 1),
				bar: 2,
				unit: '×',
				beside: `${appP99} ms against ${bareP99} ms`
			}
		];
	} finally {
		bare.kill();
	}
}
