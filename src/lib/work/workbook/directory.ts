import { nameEssence } from '#lib/work/update/same-name.ts';

export interface DirectoryLibrary {
	id: number;
	slug: string;
	name: string;
	supportInstituteId: number;
}

/** Which library or location a name in a file stands for. */
export interface Directory {
	/** Ids by the essence of every name: full, short, and of libraries that went into it. */
	libraries: ReadonlyMap<string, ReadonlySet<number>>;
	libraryById: ReadonlyMap<number, DirectoryLibrary>;
	/** By the id of the library, its locations of today. */
	points: ReadonlyMap<number, readonly { id: number; name: string }[]>;
	/** By the id of the location. */
	libraryOfPoint: ReadonlyMap<number, number>;
}

/** Names that a reader takes for one: "'s-Hertogenbosch" is looked up without its "'s-" as well. */
export function nameKeys(name: string): string[] {
	const whole = nameEssence(name);
	const bare = nameEssence(name.replace(/(^|\s)['’‘]s[- ]/gi, '$1'));
	return [...new Set([whole, bare])].filter((key) => key !== '');
}

interface NamedLibrary extends DirectoryLibrary {
	shortName: string;
	/** Names of libraries that ended and went into this one. */
	earlierNames: readonly string[];
}

/** A directory of the libraries of today and their locations. */
export function makeDirectory(
	libraries: readonly NamedLibrary[],
	points: readonly { id: number; name: string; libraryId: number }[]
): Directory {
	const byName = new Map<string, Set<number>>();
	for (const { id, name, shortName, earlierNames } of libraries) {
		for (const key of [name, shortName, ...earlierNames].flatMap(nameKeys)) {
			const ids = byName.get(key);
			if (ids) ids.add(id);
			else byName.set(key, new Set([id]));
		}
	}
	// The name of today wins over the one of a library that is gone.
	for (const { id, name } of libraries) byName.set(nameEssence(name), new Set([id]));
	return {
		libraries: byName,
		libraryById: new Map(
			libraries.map(({ id, slug, name, supportInstituteId }) => [
				id,
				{ id, slug, name, supportInstituteId }
			])
		),
		points: Map.groupBy(points, ({ libraryId }) => libraryId),
		libraryOfPoint: new Map(points.map(({ id, libraryId }) => [id, libraryId]))
	};
}
