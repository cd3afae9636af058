import { holdsOn, type Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';

/** What the story asks about places, looked up once. */
export interface Geography {
	/** The municipality of 2019 with this name. Throws when there is none. */
	codeOf(name: string): string;
	nameOf(code: string): string;
	provinceOf(code: string): string;
	/** Inhabitants within the borders of 2019 and 2020. */
	inhabitantsOf(code: string): number;
	centroidOf(code: string): { lat: number; lon: number };
	/** Where the town of this name lies in the municipality; undefined when that is not known. */
	townIn(code: string, name: string): { lat: number; lon: number } | undefined;
	/** The municipalities of 2019 that a library serves on a day, by code. */
	workAreaOn(library: string, day: Day): string[];
	/** The municipality that stands where `code` stood, on `day`. */
	municipalityOn(code: string, day: Day): string;
	/** The library that a library's points belong to on `day`: a predecessor, itself or a successor. */
	libraryOn(library: string, municipality: string, day: Day): string;
}

/** Makes the look-ups from the reference data. */
export function geographyOf(reference: Reference): Geography {
	const { municipalities, municipalitySuccessions, populations, libraries } = reference;
	const byCode = new Map(municipalities.map((row) => [row.code, row]));
	const codes = new Map(
		municipalities.filter((row) => row.validFrom <= '2020-01-01').map((row) => [row.name, row.code])
	);
	const inhabitants = new Map(
		populations
			.filter((row) => row.territoryFrom <= '2020-01-01')
			.map((row) => [row.municipalityCode, row.inhabitants])
	);
	const get = (code: string) => byCode.get(code)!;
	const isActive = (slug: string, day: Day) => {
		const library = libraries.find((row) => row.slug === slug)!;
		return library.activeFrom <= day && day < library.activeTo;
	};

	const places = new Map(reference.places.map((place) => [place.id, place]));
	const towns = new Map(
		reference.placeMunicipalities.map(({ placeId, municipalityCode }) => {
			const { name, lat, lon } = places.get(placeId)!;
			return [`${municipalityCode} ${name}`, { lat, lon }];
		})
	);

	return {
		codeOf(name) {
			const code = codes.get(name);
			if (!code) throw new Error(`no municipality of 2019 is called ${name}`);
			return code;
		},
		nameOf: (code) => get(code).name,
		provinceOf: (code) => get(code).provinceCode,
		inhabitantsOf: (code) => inhabitants.get(code) ?? 0,
		townIn: (code, name) => towns.get(`${code} ${name}`),
		centroidOf: (code) => ({ lat: get(code).lat, lon: get(code).lon }),
		workAreaOn: (library, day) =>
			reference.workAreas
				.filter((row) => row.library === library && holdsOn(row, day))
				.map((row) => row.municipalityCode),
		municipalityOn(code, day) {
			const next = municipalitySuccessions.find(
				(row) => row.fromCode === code && row.effectiveOn <= day
			);
			return next ? this.municipalityOn(next.toCode, day) : code;
		},
		libraryOn(library, municipality, day) {
			if (isActive(library, day)) return library;
			const successor = reference.librarySuccessions.find((row) => row.from === library);
			if (successor && successor.effectiveOn <= day) return successor.to;
			const predecessor = reference.librarySuccessions
				.filter((row) => row.to === library)
				.find((row) => this.workAreaOn(row.from, day).includes(municipality));
			return predecessor?.from ?? library;
		}
	};
}
