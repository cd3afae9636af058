import { median, round, time, type Figure } from './bar.ts';
import { mapAddresses } from './random-days.ts';

const WARM_UP = 15;
const PAGES = 40;

/** The map page on days that nobody asked for yet: everything is read, drawn and compressed. */
export async function measureCold(appUrl: string, size: string, bar: number): Promise<Figure[]> {
	const addresses = mapAddresses(7);
	const read = async () => {
		const reply = await fetch(appUrl + addresses.next().value, {
			headers: { 'accept-encoding': 'br' }
		});
		if (reply.status !== 200) throw new Error(`the map page answers ${reply.status}`);
		await reply.arrayBuffer();
	};
	for (let page = 0; page < WARM_UP; page++) await read();
	const times: number[] = [];
	for (let page = 0; page < PAGES; page++) times.push(await time(read));
	const slowest = round(Math.max(...times));
	return [
		{
			what: `map page cold, ${size}`,
			measured: median(times),
			bar,
			unit: 'ms',
			beside: `slowest of ${PAGES}: ${slowest} ms`
		}
	];
}
