import type { Kysely } from 'kysely';
import type { FigureTable } from '#lib/base/charts/figure.ts';
import type { Day } from '#lib/base/day/day.ts';
import { CONTENT_FILES } from '#lib/publish/edition/files.ts';
import { headlineFigure } from '#lib/publish/edition/figures/headline-figure.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import { changesSentence } from '#lib/publish/edition/texts.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { seenFigures } from './seen-figures.ts';
import { prepareEdition } from './service.ts';

/** What would be frozen, for who has to decide. */
export interface EditionPreview {
	code: string;
	knownOn: Day;
	/** Whole address that the edition would have. */
	address: string;
	/** The headline figures in plain sentences, and as a table. */
	sentence: string;
	table: FigureTable;
	/** Rows of the lists. */
	counts: { libraries: number; municipalities: number; points: number };
	/** Locations that are open, as the headline has it. */
	open: number;
	files: readonly string[];
	/** Code of the quarter before, and what changed since; null for the first edition. */
	previous: { code: string; sentence: string } | null;
	demoData: boolean;
	/** To send along, so that nothing else is frozen than what is shown. */
	seen: string;
}

/** Reads what an edition of this quarter would say, without keeping anything. */
export async function previewEdition(
	db: Kysely<DB>,
	{ quarter, knownOn }: { quarter: Quarter; knownOn: Day },
	origin: string
): Promise<EditionPreview> {
	const { situation, previous } = await prepareEdition(db, quarter, knownOn);
	const { sentence, table } = headlineFigure(situation.progress);
	return {
		code: quarter.code,
		knownOn,
		address: new URL(`/kwartaalstanden/${quarter.code}`, origin).href,
		sentence,
		table,
		counts: {
			libraries: situation.libraries.length,
			municipalities: situation.municipalities.length,
			points: situation.points.length
		},
		open: situation.progress.headline.locations.open,
		files: CONTENT_FILES,
		previous: previous && {
			code: previous.quarter,
			sentence: changesSentence(previous.changes)
		},
		demoData: situation.progress.demoData,
		seen: seenFigures(situation)
	};
}
