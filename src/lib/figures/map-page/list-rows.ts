import type {
	InformationPointStand,
	LibraryStand,
	MunicipalityStand,
	Page
} from '#lib/network/standing/types.ts';

/** The rows of the list that is shown. */
export type ListRows =
	| { list: 'municipalities'; page: Page<MunicipalityStand> }
	| { list: 'libraries'; page: Page<LibraryStand> }
	| { list: 'informationPoints'; page: Page<InformationPointStand> };
