import { median, round, time, type Figure } from './bar.ts';
import { mapAddresses } from './random-days.ts';

const WARM_UP = 15;
const PAGES = 40;

/** A page on days that nobody asked for yet: everything is read, drawn and compressed. In ms. */
async function measurePages(
	appUrl: string,
	path: string,
	seed: number
): Promise<{ median: number; slowest: number }> {
	const addresses = mapAddresses(seed);
	const read = async () => {
		const query = new URL(addresses.next().value ?? '', appUrl).search;
		const reply = await fetch(appUrl + path + query, { headers: { 'accept-encoding': 'br' } });
		if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}`);
		await reply.arrayBuffer();
	};
	for (let page = 0; page < WARM_UP; page++) await read();
	const times: number[] = [];
	for (let page = 0; page < PAGES; page++) times.push(await time(read));
	return { median: median(times), slowest: round(Math.max(...times)) };
}

export async function measureCold(appUrl: string, size: string, bar: number): Promise<Figure[]> {
	const { median: measured, slowest } = await measurePages(appUrl, '/', 7);
	return [
		{
			what: `map page cold, ${size}`,
			measured,
			bar,
			unit: 'ms',
			beside: `slowest of ${PAGES}: ${slowest} ms`
		}
	];
}

/** The progress page, cold; its fan is made afterwards, so it is not in it. In ms. */
export async function timeProgress(appUrl: string): Promise<number> {
	return (await measurePages(appUrl, '/voortgang', 11)).median;
}
