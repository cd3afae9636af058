import type {
	InformationPointStanding,
	LibraryStanding,
	MunicipalityStanding,
	Page
} from '#lib/network/standing/types.ts';

/** The rows of the list that is shown. */
export type ListRows =
	| { list: 'municipalities'; page: Page<MunicipalityStanding> }
	| { list: 'libraries'; page: Page<LibraryStanding> }
	| { list: 'informationPoints'; page: Page<InformationPointStanding> };
