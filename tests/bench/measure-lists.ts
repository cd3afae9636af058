import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { signInAs } from '../process/sign-in.ts';
import { median, round, time, type Figure } from './bar.ts';
import { mapAddresses } from './random-days.ts';

const WARM_UP = 3;
const TURNS = 12;
/** Times the map page of a day that nobody asked for yet. */
const BAR = 2;

/** Pages of the work of an adviser of the largest POI: no page of hers is kept. */
const LISTS = [
	{ name: 'list of the week', path: '/mijn-bibliotheken' },
	{ name: 'board', path: '/mijn-bibliotheken/bord' },
	{ name: 'table of milestones', path: '/mijn-bibliotheken/tabel' }
];

/** The lists of work against the map page, in turns, so that all suffer alike from what else the machine does. */
export async function measureLists(appUrl: string, size: string): Promise<Figure[]> {
	const origin = appUrl.replace('localhost', '127.0.0.1');
	const cookie = await signInAs(origin, 'adviseur.rijnbrink@voorbeeld.nl', DEMO_PASSWORD);
	const addresses = mapAddresses(23);
	/** What was not answered: a page that takes too long is refused, which no time may hide. */
	const refused = new Set<string>();
	const read = (path: string, headers: Record<string, string>) =>
		time(async () => {
			const reply = await fetch(origin + path, { headers, redirect: 'manual' });
			if (reply.status !== 200) refused.add(path);
			await reply.arrayBuffer();
		});
	const maps: number[] = [];
	const lists = LISTS.map((list) => ({ ...list, times: [] as number[] }));
	for (let turn = 0; turn < TURNS + WARM_UP; turn++) {
		const map = await read(addresses.next().value ?? '/', { 'accept-encoding': 'br' });
		if (turn >= WARM_UP) maps.push(map);
		for (const { path, times } of lists) {
			const took = await read(path, { cookie, 'accept-encoding': 'br' });
			if (turn >= WARM_UP) times.push(took);
		}
	}
	return lists.map(({ name, path, times }) => ({
		what: `${name} against the map page cold, ${size}`,
		measured: refused.has(path) ? Infinity : median(times) / median(maps),
		bar: BAR,
		unit: '×',
		beside: `${round(median(times))} ms against ${round(median(maps))} ms`
	}));
}
