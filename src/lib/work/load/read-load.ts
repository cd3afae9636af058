import type { Day } from '#lib/base/day/day.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { LONGEST_NAME, LONGEST_TOWN } from '#lib/base/form/text-lengths.ts';
import {
	cellText,
	readDayCell,
	type DayOrder,
	type ReadDayCell
} from '#lib/base/spreadsheet/cell-values.ts';
import {
	isEmptyCell,
	type Cell,
	type Sheet,
	type SheetRow,
	type Tables
} from '#lib/base/spreadsheet/spreadsheet.ts';
import { readVagueDay } from '#lib/base/spreadsheet/vague-day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import { loadColumnLabel, type LoadWords } from './labels.ts';
import type { LoadColumn, LoadPlace, LoadRemark, LoadRow } from './types.ts';

/** Rows above the table: a title, a date, an explanation. */
const LOOKED_AT = 20;
const PLACE_COLUMNS = [
	...['locationType', 'hostName', 'variant', 'town', 'municipality', 'address', 'postcode'],
	...['lat', 'lon']
] as LoadColumn[];

interface LoadTable {
	sheet: string;
	columns: ReadonlyMap<LoadColumn, number>;
	rows: SheetRow[];
}

/** The rows of all sheets that name libraries and something about them; other sheets say nothing. */
export function readLoad(
	{ sheets, from1904 }: Tables,
	words: LoadWords,
	today: Day,
	order: DayOrder | null = null
): LoadRow[] {
	return sheets
		.flatMap((sheet) => findLoadTable(sheet, words) ?? [])
		.flatMap((table) =>
			table.rows.map((row) => new Reader(table, row, words, { from1904, today, order }).read())
		)
		.filter((row) => row !== null);
}

/** The rows below the header of a sheet; null when it names no library or nothing else. */
function findLoadTable(sheet: Sheet, { columns: known }: LoadWords): LoadTable | null {
	const columnsOf = ({ cells }: SheetRow) =>
		new Map(
			cells.flatMap((cell, index) => {
				const column = known.get(nameEssence(cellText(cell)));
				return column ? [[column, index] as const] : [];
			})
		);
	const looked = sheet.rows.slice(0, LOOKED_AT).map(columnsOf);
	const at = looked.findIndex((columns) => columns.has('library') && columns.size > 1);
	if (at < 0) return null;
	return { sheet: sheet.name, columns: looked[at]!, rows: sheet.rows.slice(at + 1) };
}

interface ReadingChoices {
	from1904: boolean;
	/** What comes first in days such as 3/4/2021; null while nobody said. */
	order: DayOrder | null;
	today: Day;
}

class Reader {
	readonly #remarks: LoadRemark[] = [];
	#asks = false;
	readonly #table: LoadTable;
	readonly #row: SheetRow;
	readonly #words: LoadWords;
	readonly #choices: ReadingChoices;

	constructor(table: LoadTable, row: SheetRow, words: LoadWords, choices: ReadingChoices) {
		this.#table = table;
		this.#row = row;
		this.#words = words;
		this.#choices = choices;
	}

	/** Null for a row that says nothing: the template names every library already. */
	read(): LoadRow | null {
		const { columns, sheet } = this.#table;
		const isSaid = [...columns.keys()].some(
			(column) => column !== 'library' && this.#text(column) !== ''
		);
		if (!isSaid) return null;
		const row = {
			...{ key: `${sheet}!${this.#row.number}`, sheet, number: this.#row.number },
			...{ library: this.#text('library'), point: this.#text('point') },
			...{ applied: this.#applied(), cohort: this.#word('cohort', this.#words.cohorts) },
			...{ place: this.#place(), plan: this.#plan(), opening: this.#opening() },
			...{ remarks: this.#remarks, asks: this.#asks }
		};
		if (row.library === '') this.#error('library', m.load_problem_library_empty());
		if (row.point === '' && this.#isAboutPoint()) {
			this.#error('point', m.load_problem_point_empty());
		}
		if (row.point.length > LONGEST_NAME) this.#error('point', m.update_problem_name());
		return row;
	}

	#isAboutPoint(): boolean {
		const columns: LoadColumn[] = [...PLACE_COLUMNS, 'plannedOn', 'agreedOn', 'openedOn'];
		return columns.some((column) => this.#text(column) !== '');
	}

	#applied(): LoadRow['applied'] {
		const on = this.#day('appliedOn');
		const knownOn = this.#day('appliedKnownOn');
		return on === null ? null : { on, knownOn };
	}

	#plan(): LoadRow['plan'] {
		const targetOn = this.#day('plannedOn');
		const agreedOn = this.#day('agreedOn');
		const knownOn = this.#day('planKnownOn');
		if (targetOn !== null) return { targetOn, agreedOn, knownOn };
		if (agreedOn !== null && this.#text('plannedOn') === '') {
			this.#error('plannedOn', m.load_problem_agreed_without_plan());
		}
		return null;
	}

	#opening(): LoadRow['opening'] {
		const read = readVagueDay(this.#cell('openedOn'), this.#choices);
		const form = this.#word('openingForm', this.#words.openings);
		const knownOn = this.#day('openingKnownOn');
		if (!('day' in read)) return this.#refuseDay('openedOn', read);
		if (read.day !== null) return { on: read.day, precision: read.precision, form, knownOn };
		if (form !== null) this.#error('openedOn', m.load_problem_form_without_day());
		return null;
	}

	#place(): LoadPlace | null {
		if (PLACE_COLUMNS.every((column) => this.#text(column) === '')) return null;
		const locationType = this.#word('locationType', this.#words.locationTypes);
		const town = this.#text('town');
		const municipality = this.#text('municipality');
		const hostName = this.#text('hostName') || null;
		const address = this.#text('address') || null;
		if (locationType === null && this.#text('locationType') === '') {
			this.#error('locationType', m.load_problem_location_type());
		}
		if (town === '' || town.length > LONGEST_TOWN) this.#error('town', m.update_problem_town());
		if (municipality === '') this.#error('municipality', m.load_problem_municipality_empty());
		if ((hostName ?? address ?? '').length > LONGEST_NAME) {
			this.#error('hostName', m.update_problem_host_too_long({ count: LONGEST_NAME }));
		}
		if (hostName && locationType && locationType !== 'buiten_bibliotheek') {
			this.#error('hostName', m.update_problem_host());
		}
		return {
			...{ locationType: locationType ?? '', hostName, town, municipality, address },
			...{ postcode: this.#postcode(), spot: this.#spot() },
			serviceVariant: this.#word('variant', this.#words.variants)
		};
	}

	#postcode(): string | null {
		const text = this.#text('postcode').toUpperCase().replaceAll(/\s/g, '');
		if (text === '') return null;
		const [, digits, letters] = /^([1-9]\d{3})([A-Z]{2})$/.exec(text) ?? [];
		if (digits && letters) return `${digits} ${letters}`;
		this.#error('postcode', m.load_problem_postcode({ value: short(text) }));
		return null;
	}

	#spot(): LoadPlace['spot'] {
		const [lat, lon] = (['lat', 'lon'] as const).map((column) => this.#text(column));
		if (lat === '' && lon === '') return null;
		const spot = { lat: degrees(lat!), lon: degrees(lon!) };
		const isHere = spot.lat > 50.7 && spot.lat < 53.6 && spot.lon > 3.2 && spot.lon < 7.3;
		if (isHere) return spot;
		this.#error('lat', m.load_problem_spot());
		return null;
	}

	#cell(column: LoadColumn): Cell {
		const at = this.#table.columns.get(column);
		return at === undefined ? null : (this.#row.cells[at] ?? null);
	}

	#text(column: LoadColumn): string {
		return cellText(this.#cell(column));
	}

	#error(column: LoadColumn, text: string): void {
		this.#remarks.push({ column, kind: 'error', text });
	}

	#day(column: LoadColumn): Day | null {
		const read = readDayCell(this.#cell(column), this.#choices);
		return 'day' in read ? read.day : this.#refuseDay(column, read);
	}

	#refuseDay(column: LoadColumn, read: Exclude<ReadDayCell, { day: Day | null }>): null {
		const value = short(this.#text(column));
		if ('unreadable' in read) this.#error(column, m.workbook_problem_not_a_day({ value }));
		else {
			this.#asks = true;
			const [first, second] = read.ambiguous.map((day) => formatDay(day, getLocale()));
			this.#error(column, m.workbook_problem_two_days({ value, first: first!, second: second! }));
		}
		return null;
	}

	#word<Value extends string>(column: LoadColumn, known: ReadonlyMap<string, Value>): Value | null {
		if (isEmptyCell(this.#cell(column))) return null;
		const text = this.#text(column);
		const value = known.get(nameEssence(text));
		if (value !== undefined) return value;
		const header = loadColumnLabel(column);
		this.#error(column, m.load_problem_word({ value: short(text), column: header }));
		return null;
	}
}

const degrees = (text: string): number =>
	/^\d{1,2}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
