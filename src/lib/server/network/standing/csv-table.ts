import {
	onlineNow,
	type InformationPointStanding,
	type LibraryStanding,
	type MunicipalityStanding,
	type PlaceLocations,
	type PlanDays
} from '#lib/network/standing/types.ts';
import { PRECISION_WORDS } from '#lib/base/day/format-precise.ts';
import type { Day } from '#lib/base/day/day.ts';
import { STATUS_SLUGS } from '#lib/base/selection/filters.ts';
import {
	PLAN_STORY_WORDS,
	tellPlan,
	type Awaited,
	type LateRows,
	type SaidOfLate
} from '#lib/network/standing/why-late.ts';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';

type Cell = string | number | null;
type Columns<Row> = Record<string, (row: Row) => Cell>;

/** A list as columns and rows of texts and numbers, named as in addresses and the API. */
export interface CsvTable {
	columns: string[];
	rows: Cell[][];
}

/** Of a place, by the definitions of the headline, so that a column adds up to its figure. */
const LOCATIONS: Columns<{ locations: PlaceLocations }> = {
	locaties: ({ locations }) => locations.open,
	locaties_toegankelijk: ({ locations }) => locations.accessible,
	locaties_tijdelijk_dicht: ({ locations }) => locations.temporarilyClosed,
	locaties_nu_alleen_online: ({ locations }) => onlineNow(locations),
	punten_buiten_bibliotheek: ({ locations }) => locations.outsideLibrary
};

/** How exactly the day beside it is known: the first day of a month or year may stand for all of it. */
export const openedPrecisionWord = ({
	openedOn,
	openedPrecision = 'day'
}: Pick<PlanDays, 'openedOn' | 'openedPrecision'>) => openedOn && PRECISION_WORDS[openedPrecision];

const MUNICIPALITY: Columns<MunicipalityStanding> = {
	gemeentecode: ({ code }) => code,
	gemeente: ({ name }) => name,
	provincie: ({ province }) => province.name,
	status: ({ status }) => STATUS_SLUGS[status],
	inwoners: ({ inhabitants }) => inhabitants,
	inwoners_peildatum: ({ populationReferenceDate }) => populationReferenceDate,
	...LOCATIONS,
	oorspronkelijke_planning: ({ firstPlanOn }) => firstPlanOn,
	actuele_planning: ({ planOn }) => planOn,
	open_sinds: ({ openedOn }) => openedOn,
	open_sinds_precisie: openedPrecisionWord,
	mijlpalen_deel: ({ milestonesShare }) => roundShare(milestonesShare)
};

const LIBRARY: Columns<LibraryStanding> = {
	bibliotheek: ({ name }) => name,
	adres_dossier: ({ slug }) => `/bibliotheken/${slug}`,
	provincie: ({ province }) => province.name,
	poi: ({ supportInstitute }) => supportInstitute.name,
	groep: ({ cohort }) => cohort,
	status: ({ status }) => STATUS_SLUGS[status],
	...LOCATIONS,
	oorspronkelijke_planning: ({ firstPlanOn }) => firstPlanOn,
	actuele_planning: ({ planOn }) => planOn,
	verwachting: ({ forecastOn }) => forecastOn,
	open_sinds: ({ openedOn }) => openedOn,
	open_sinds_precisie: openedPrecisionWord,
	mijlpalen_gehaald: ({ done }) => done,
	mijlpalen_van_toepassing: ({ applicable }) => applicable,
	laatst_bekeken_op: ({ lastLookOn }) => lastLookOn
};

const POINT: Columns<InformationPointStanding> = {
	id: ({ id }) => id,
	locatie: ({ name }) => name,
	plaats: ({ town }) => town,
	gemeentecode: ({ municipality }) => municipality.code,
	gemeente: ({ municipality }) => municipality.name,
	provincie: ({ province }) => province.name,
	bibliotheek: ({ library }) => library.name,
	soort: ({ locationType }) => locationType,
	status: ({ status }) => (status === 'closed' ? 'definitief-gesloten' : STATUS_SLUGS[status]),
	gepauzeerd: ({ onHold }) => (onHold ? 'ja' : 'nee'),
	oorspronkelijke_planning: ({ firstPlanOn }) => firstPlanOn,
	actuele_planning: ({ planOn }) => planOn,
	verwachting: ({ forecastOn }) => forecastOn,
	open_sinds: ({ openedOn }) => openedOn,
	open_sinds_precisie: openedPrecisionWord,
	mijlpalen_gehaald: ({ done }) => done,
	mijlpalen_van_toepassing: ({ applicable }) => applicable,
	breedtegraad: ({ lat }) => lat,
	lengtegraad: ({ lon }) => lon,
	plek_bij_benadering: ({ approximate }) => (approximate ? 'ja' : 'nee'),
	verzonnen: ({ invented }) => (invented ? 'ja' : 'nee')
};

/** Columns whose texts are days, and those whose numbers are a part of one: files of cells tell them apart. */
const KINDS: Readonly<Record<string, 'day' | 'share'>> = {
	inwoners_peildatum: 'day',
	oorspronkelijke_planning: 'day',
	actuele_planning: 'day',
	verwachting: 'day',
	open_sinds: 'day',
	laatst_bekeken_op: 'day',
	mijlpalen_deel: 'share'
};

/** What stands in a column of a list. */
export const kindOfColumn = (name: string): 'day' | 'share' | 'text' => KINDS[name] ?? 'text';

/** What there is to say of a plan beyond its status, as files and the API have it. */
export function planColumns(
	place: Awaited,
	said: SaidOfLate | undefined,
	factDay: Day
): { stand_van_planning: string | null; reden: string | null } {
	const { story, reason } = tellPlan(place, said, factDay);
	return { stand_van_planning: story && PLAN_STORY_WORDS[story], reden: reason };
}

/** The rows of a list, all columns that there are of it. */
export function csvTable({ list, page }: ListRows, late: LateRows): CsvTable {
	switch (list) {
		case 'municipalities':
			return toTable(MUNICIPALITY, page.rows, late, ({ code }) => code);
		case 'libraries':
			return toTable(LIBRARY, page.rows, late, ({ id }) => id);
		case 'informationPoints':
			return toTable(POINT, page.rows, late, ({ id }) => id);
	}
}

function toTable<Row extends Awaited>(
	columns: Columns<Row>,
	rows: readonly Row[],
	{ said, factDay }: LateRows,
	keyOf: (row: Row) => number | string
): CsvTable {
	const cells = Object.values(columns);
	const table = rows.map((row) => {
		const plan = planColumns(row, said.get(keyOf(row)), factDay);
		return [...cells.map((cell) => cell(row)), plan.stand_van_planning, plan.reden];
	});
	return { columns: [...Object.keys(columns), 'stand_van_planning', 'reden'], rows: table };
}

/** A share with four digits: more would be noise. */
export const roundShare = (share: number | null) =>
	share === null ? null : Math.round(share * 10_000) / 10_000;
