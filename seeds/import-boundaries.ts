import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { withOwnerDb } from '#db/owner.ts';
import { isDay, type Day } from '#lib/base/day/day.ts';
import { readOfficial } from './boundaries/read-official.ts';
import { MissingMunicipalities, replaceBoundaries } from './boundaries/replace-boundaries.ts';

const USAGE = `Use: npm run boundaries -- FILE|URL --year 2021

FILE or URL is a TopoJSON or GeoJSON of CBS or PDOK with the municipalities of 1 January of that
year, in degrees (EPSG:4326). It replaces the boundaries of the whole period in which that division
of municipalities held. For a division that began in mid-year: --day 2022-03-24 instead of --year.`;

/** Reads the arguments; undefined when they are not as {@link USAGE} says. */
function readArguments(args: string[]): { place: string; day: Day } | undefined {
	try {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { year: { type: 'string' }, day: { type: 'string' } }
		});
		const [place, ...others] = positionals;
		const day = values.day ?? `${values.year ?? ''}-01-01`;
		return place && others.length === 0 && isDay(day) ? { place, day } : undefined;
	} catch {
		return undefined;
	}
}

async function readText(place: string): Promise<string> {
	if (!/^https?:\/\//.test(place)) return readFile(place, 'utf8');
	console.log(`Fetching ${place} …`);
	const answer = await fetch(place);
	if (!answer.ok) throw new Error(`${place} answered ${answer.status} ${answer.statusText}.`);
	return answer.text();
}

async function importBoundaries(args: string[]): Promise<void> {
	const given = readArguments(args);
	if (!given) throw new Error(USAGE);
	const { place, day } = given;
	const areas = readOfficial(await readText(place));
	console.log(`${areas.length} municipalities in the file. Simplifying …`);
	const source = place.startsWith('http') ? place : basename(place);
	const replaced = await withOwnerDb((db) => replaceBoundaries(db, { areas, day, source }));
	if (replaced.unknown.length > 0) {
		console.log(`Left out, because they do not exist on ${day}: ${replaced.unknown.join(', ')}.`);
	}
	const until = replaced.validTo === 'infinity' ? 'today' : `before ${replaced.validTo}`;
	console.log(
		`Done: official boundaries of ${replaced.municipalities} municipalities, from ${replaced.validFrom} until ${until}.`
	);
}

try {
	await importBoundaries(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	if (error instanceof MissingMunicipalities) {
		if (error.unknown.length > 0) {
			console.error(`In the file but not in that year: ${error.unknown.join(', ')}.`);
		}
		console.error('Nothing was changed. Is it the file of another year?');
	}
	process.exitCode = 1;
}
