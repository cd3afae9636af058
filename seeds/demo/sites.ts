import type { Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import type { Geography } from './geography.ts';
import type { KnownPoint } from './known-points.ts';
import { randomFor } from './random.ts';
import { WITHOUT_LIBRARY_POINT } from './special-points.ts';
import { mainTownOf } from './towns.ts';

/** A place where a library could have an information point. */
export interface Site {
	library: string;
	/** Code within the borders of 2019 and 2020. */
	municipality: string;
	town: string;
	/** How many points of the library come before this one in the municipality. */
	rank: number;
	/** How soon the library would choose it; higher is sooner. */
	priority: number;
}

const INHABITANTS_PER_SITE = 25_000;
/** The work areas of the middle of the rollout, with the borders of 2019 and 2020. */
const DAY: Day = '2020-06-30';

/**
 * The places that a library would choose, the first choice first: its main town, then other
 * municipalities and second places by inhabitants. Places of known points are left out, but count.
 */
export function sitesOf(
	library: Reference['libraries'][number],
	geography: Geography,
	known: readonly KnownPoint[]
): Site[] {
	const random = randomFor(`sites:${library.slug}`);
	const area = geography
		.workAreaOn(library.slug, DAY)
		.filter((code) => !WITHOUT_LIBRARY_POINT.includes(geography.nameOf(code)));
	const sites = area.flatMap((municipality) => {
		const inhabitants = geography.inhabitantsOf(municipality);
		const name = geography.nameOf(municipality);
		const town = mainTownOf(name);
		const taken = known.filter(
			(point) => point.library === library.slug && point.municipality === name
		).length;
		const count = 1 + Math.floor(inhabitants / INHABITANTS_PER_SITE);
		return Array.from({ length: Math.max(0, count - taken) }, (_, index): Site => {
			const rank = taken + index;
			const weight = inhabitants ** 0.6 / (1 + 1.5 * rank);
			return { library: library.slug, municipality, town, rank, priority: weight * spread() };
		});
	});
	const first = sites.find(({ rank, town }) => rank === 0 && town === library.mainTown);
	return [
		...(first ? [first] : []),
		...sites.filter((site) => site !== first).sort((a, b) => b.priority - a.priority)
	];

	function spread(): number {
		return 0.5 + random.next() * 1.1;
	}
}
