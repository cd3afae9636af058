import { z } from 'zod';
import type { LibraryLine } from './changes.ts';

const day = z.iso.date();

/** The parts of `stand.json` that pages and the next edition read back. */
const contentSchema = z.object({
	soort: z.literal('kwartaalstand'),
	kwartaal: z.string(),
	peildatum: day,
	bekendOp: day,
	vastgesteldOp: z.string(),
	sleutel: z.string(),
	kerncijfers: z.object({
		organisaties: z.object({ totaal: z.number(), open: z.number(), gepland: z.number() }),
		locaties: z.object({ open: z.number(), gepland: z.number() }),
		gemeenten: z.object({ totaal: z.number(), gedekt: z.number() }),
		inwoners: z.object({
			totaal: z.number(),
			gedekt: z.number(),
			peildatumBevolking: day.nullable()
		})
	}),
	bibliotheken: z.array(
		z.object({
			slug: z.string(),
			naam: z.string(),
			locaties: z.number(),
			/** Before version 3 they were counted among `locaties`. */
			buitenBibliotheek: z.number().nullable().default(null),
			openSinds: day.nullable(),
			planning: day.nullable()
		})
	)
});

export type EditionContent = z.infer<typeof contentSchema>;

/** A `stand.json` read back; throws when it is not one. */
export function readContent(text: string): EditionContent {
	return contentSchema.parse(JSON.parse(text));
}

/** The libraries of an edition, to compare with those of another. */
export function linesOf({ bibliotheken }: EditionContent): LibraryLine[] {
	return bibliotheken.map(({ slug, naam, locaties, buitenBibliotheek, openSinds, planning }) => ({
		slug,
		name: naam,
		locations: locaties,
		outside: buitenBibliotheek,
		openedOn: openSinds,
		planOn: planning
	}));
}
