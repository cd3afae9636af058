import { readFiles, type Files } from './files.ts';
import { LIBRARY_SUCCESSIONS, libraryRows } from './libraries.ts';
import { municipalityRows, populationRows, successionRows } from './municipalities.ts';
import { municipalityNameRows, placeMunicipalityRows, placeRows } from './places.ts';
import { publishedFigureRows } from './published-figures.ts';
import { serviceProviderRows } from './service-providers.ts';
import { workAreaRows } from './work-areas.ts';

/** All reference data as rows, with slugs where the database has ids. Pure. */
export function buildReference(files: Files) {
	const municipalities = municipalityRows(files);
	const populations = populationRows(files);
	const libraries = libraryRows(files);
	return {
		municipalities,
		municipalitySuccessions: successionRows(files),
		populations,
		places: placeRows(files),
		placeMunicipalities: placeMunicipalityRows(files, municipalities),
		municipalityNames: municipalityNameRows(files),
		libraries,
		librarySuccessions: LIBRARY_SUCCESSIONS,
		workAreas: workAreaRows(files, libraries, municipalities, populations),
		serviceProviders: serviceProviderRows(files),
		publishedFigures: publishedFigureRows(files),
		openings: files.openings
	};
}

export type Reference = ReturnType<typeof buildReference>;

/** The reference data of this project, from the files beside this one. */
export function readReference(): Reference {
	return buildReference(readFiles());
}
