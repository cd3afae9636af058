import autocannon from 'autocannon';
import { mapAddresses } from './random-days.ts';

// `node flood.ts ADDRESS SECONDS`: one stranger asks for 64 drawings at once, and for 64 pages that
// nobody asked for before, each again as soon as it has an answer. In a process of its own, so that what is
// measured beside it waits for the product only. Prints what was answered.
const [url = '', seconds = '10'] = process.argv.slice(2);

function ask(addresses: Generator<string>) {
	return autocannon({
		url,
		connections: 64,
		duration: Number(seconds),
		headers: { 'accept-encoding': 'br', 'x-forwarded-for': '203.0.113.9' },
		requests: [
			{ setupRequest: (request) => ({ ...request, path: addresses.next().value as string }) }
		]
	});
}

function* drawings(): Generator<string> {
	for (const address of mapAddresses(7)) yield address.replace('/?', '/kaart.png?');
}

const [pictures, pages] = await Promise.all([ask(drawings()), ask(mapAddresses(8))]);
console.log(
	JSON.stringify({
		pictures: pictures['2xx'],
		pages: pages['2xx'],
		refused: pictures.non2xx + pages.non2xx,
		errors: pictures.errors + pages.errors
	})
);
