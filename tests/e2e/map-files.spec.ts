import { expect, test } from '@playwright/test';

const view = '?peildatum=2020-06-30&provincie=fryslan&weergave=bibliotheken';

test('the CSV holds the list with both dates, the source and that it is demo data', async ({
	request
}) => {
	const answer = await request.get(`/kaart.csv${view}`);
	expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
	expect(answer.headers()['content-disposition']).toBe('attachment; filename="ido-2020-06-30.csv"');
	const [head = '', first = ''] = (await answer.text()).split('\r\n');
	expect(head).toMatch(
		/^\ufeffbibliotheek;.*;peildatum;bekend_op;bron;definitie;voorbeeldgegevens$/
	);
	expect(first).toContain(';2020-06-30;2022-01-31;');
	expect(first).toMatch(/;ja$/);
	const commas = await request.get(`/kaart.csv${view}&scheiding=komma`);
	expect(await commas.text()).toMatch(/^bibliotheek,/);
	const english = await request.get(`/en/kaart.csv${view}`);
	expect(await english.text()).toMatch(/^\ufeffbibliotheek,/);
});

test('the GeoJSON holds the municipalities and points of the view', async ({ request }) => {
	const answer = await request.get(`/kaart.geojson${view}`);
	const collection = await answer.json();
	expect(collection).toMatchObject({
		type: 'FeatureCollection',
		peildatum: '2020-06-30',
		bekendOp: '2022-01-31',
		voorbeeldgegevens: true
	});
	const provinces = collection.features
		.filter((feature: { id?: string }) => feature.id)
		.map((feature: { properties: { provincie: string } }) => feature.properties.provincie);
	expect(new Set(provinces)).toEqual(new Set(['Fryslân']));
});

test('the pictures stand on their own: dates, sentence, legend and source in them', async ({
	request
}) => {
	const svg = await (await request.get(`/kaart.svg${view}`)).text();
	expect(svg).toContain('Fryslân op 30 juni 2020');
	expect(svg).toContain('Peildatum 30 juni 2020, zoals bekend op 31 januari 2022');
	expect(svg).toContain('Voorbeeldgegevens');
	expect(svg).not.toContain('<script');
	const png = await request.get(`/kaart.png${view}`);
	expect(png.headers()['content-type']).toBe('image/png');
	expect((await png.body()).subarray(1, 4).toString('latin1')).toBe('PNG');
});

test('English files are in English', async ({ request }) => {
	const svg = await (await request.get(`/en/kaart.svg${view}`)).text();
	expect(svg).toContain('Fryslân on 30 June 2020');
	expect(svg).toContain('Demo data');
});

test('any address gives an answer, never an error of the server', async ({ request }) => {
	const addresses = [
		'peildatum=0000-00-00&bekendOp=9999-99-99',
		'peildatum=1066-10-14',
		'peildatum=%00&zoek=%00%27%22%3Cscript%3E',
		'zoek=%25%5C_%F0%9F%A6%84%ED%A0%80',
		'pagina=99999999999999999999',
		'pagina=-1&sorteer=constructor&richting=__proto__',
		'status=__proto__&maat=toString&lagen=constructor&weergave=hasOwnProperty',
		'provincie=..%2F..%2Fetc&poi=%2e%2e&cohort=null',
		`zoek=${'x'.repeat(3000)}`,
		'kader=a,b,c,d&zoom=NaN',
		'kader=-1e308,-1e308,1e308,1e308&zoom=1e308'
	];
	for (const path of ['/', '/kaart.csv', '/kaart.geojson', '/kaart.svg', '/kaart/punten.json']) {
		for (const address of addresses) {
			const answer = await request.get(`${path}?${address}`);
			expect(`${path}?${address} ${answer.status()}`).toBe(`${path}?${address} 200`);
		}
	}
	const csv = await request.get('/kaart.csv?peildatum=nooit&provincie=atlantis');
	expect(csv.headers()['x-ignored-parameters']).toBe('peildatum, provincie');
});

test('a shared link shows what the page holds, with the map of its day', async ({
	page,
	request
}) => {
	await page.goto(`/${view}`);
	const said = (name: string) =>
		page.locator(`meta[property="og:${name}"]`).getAttribute('content').then(String);
	expect(await said('title')).toContain('Fryslân');
	const address = new URL(await said('image'));
	expect(address.searchParams.get('peildatum')).toBe('2020-06-30');
	const answer = await request.get(address.href);
	expect(answer.headers()['content-type']).toBe('image/png');
	const png = await answer.body();
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});
