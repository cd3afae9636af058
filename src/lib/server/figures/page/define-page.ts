import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Notice } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import { figuresAnswer, toFiguresAnswer } from '#lib/base/charts/figure-answer.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { HintLine } from '#lib/base/selection/hint-line.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { PAGE_PARAMETERS, type PagePath } from '#lib/figures/page/parameters.ts';
import type { TableKind } from '#lib/base/charts/table-files.ts';
import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { publicBookResponse } from '#lib/server/platform/spreadsheet/book-response.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { busyResponse } from './busy.ts';
import { readQuestion, type Question } from './question.ts';
import type { ReadView } from './read-view.ts';
import { listSearchHints } from './search-answer.ts';

/** What is read for: the page, one of its files, or its answer of the API. */
export type Purpose = 'page' | 'answer' | { file: string };

/** What goes along with everything that was read. */
export type Told = Pick<ReadView, 'notices' | 'supportInstitutes'>;

export interface PageFile<Read> {
	/** `NAME.csv` and `NAME.xlsx` below the page; in the API the figure of this name. */
	name: string;
	/** Null where there is nothing to tell for this address. */
	of: (
		read: Read & Told
	) => (Pick<Figure, 'table' | 'definitions'> & { context?: FigureContext }) | null;
	/** It is still being made: to be asked for again. */
	isBusy?: (read: Read) => boolean;
}

/** The address of an answer: where this installation lives, and of which data it is. */
export interface AnswerSource {
	dataVersion: number;
	origin: string;
}

export interface PageDefinition<Query, Read> {
	path: PagePath;
	/** Reads the page's own parameters; what cannot be used goes to `question.notices`. */
	ask: (question: Question) => Query | Promise<Query>;
	read: (question: Question, query: Query, purpose: Purpose) => Promise<Read>;
	/** Dates, filters and source of its figures. */
	context: (read: NoInfer<Read> & Told) => FigureContext;
	files: readonly PageFile<NoInfer<Read>>[];
	/** The name of a file without its end; `ido-NAME-DAY` when absent. */
	fileName?: (name: string, day: Day, read: NoInfer<Read>) => string;
	/** Another request will show more, so the answer is not kept. */
	isUnfinished?: (read: NoInfer<Read>) => boolean;
	api: {
		/** `/api/v1/NAME`; the last word of the path when absent. */
		name?: string;
		operation: string;
		tag: string;
		summary: string;
		/** What is answered, where the summary says more than that. */
		answered?: string;
		/** An answer of its own; the tables of all files when absent. */
		answer?: {
			schema: z.ZodType;
			of: (read: NoInfer<Read>, source: AnswerSource) => unknown;
			/** What of it can change while the data stay the same. */
			state?: (read: NoInfer<Read>) => string;
		};
	};
}

/** A question to the API that is read, and not answered yet, so that it can be refused first. */
export interface AskedPage {
	/** What could not be used; reading may add to it. */
	notices: readonly Notice[];
	today: Day;
	dataVersion: number;
	answer: (
		origin: string
	) => Promise<{ body: unknown; state?: string; isBusy: boolean; isPartial: boolean }>;
}

/** A page with figures, with everything that follows from its definition. */
export interface FigurePage<Read> {
	path: PagePath;
	/** Beside both dates and the filters. */
	parameters: readonly Parameter[];
	api: { name: string; operation: string; tag: string; summary: string; answered: string } & {
		schema: z.ZodType;
	};
	read: (db: Kysely<DB>, params: URLSearchParams) => Promise<Read & Told>;
	/** What its page shows: also what there is to say about the search. */
	readPage: (db: Kysely<DB>, url: URL) => Promise<Read & Told & { hints: HintLine[] }>;
	isUnfinished: (read: Read) => boolean;
	/** One of its files; null when it has none of this name, or nothing to say in it. */
	respondFile: (
		db: Kysely<DB>,
		url: URL,
		file: { name: string; kind: TableKind }
	) => Promise<Response | null>;
	ask: (db: Kysely<DB>, params: URLSearchParams) => Promise<AskedPage>;
}

/** For a page that takes both dates and the filters, and no more. */
export const asksNoMore = () => null;

/**
 * A page with figures, once: its page, its files, its answer of the API and the description of that,
 * and which addresses are kept all follow from it (docs/recipes/new-figure.md).
 */
export function definePage<Query, Read>(page: PageDefinition<Query, Read>): FigurePage<Read> {
	const { path, api } = page;
	const read = async (question: Question, purpose: Purpose): Promise<Read & Told> => {
		const found = await page.read(question, await page.ask(question), purpose);
		const { notices, supportInstitutes } = question;
		return { ...found, notices, supportInstitutes };
	};
	return {
		path,
		parameters: PAGE_PARAMETERS[path],
		api: {
			...{ operation: api.operation, tag: api.tag, summary: api.summary },
			name: api.name ?? path.slice(path.lastIndexOf('/') + 1),
			answered: api.answered ?? `${api.summary}.`,
			schema: api.answer?.schema ?? figuresAnswer
		},
		read: async (db, params) => read(await readQuestion(db, params), 'page'),
		readPage: async (db, url) => {
			const question = await readQuestion(db, url.searchParams);
			const [found, hints] = await Promise.all([
				read(question, 'page'),
				listSearchHints(question, url)
			]);
			return { ...found, hints };
		},
		isUnfinished: (found) => page.isUnfinished?.(found) ?? false,
		respondFile: async (db, url, { name, kind }) => {
			const file = page.files.find((one) => one.name === name);
			if (!file) return null;
			const found = await read(await readQuestion(db, url.searchParams), { file: name });
			return await respond(page, file, found, { url, kind });
		},
		ask: async (db, params) => {
			const question = await readQuestion(db, params);
			const query = await page.ask(question);
			const { notices, supportInstitutes, today, dataVersion } = question;
			return {
				...{ notices, today, dataVersion },
				answer: async (origin) => {
					const found = await page.read(question, query, 'answer');
					return answer(page, { ...found, notices, supportInstitutes }, { dataVersion, origin });
				}
			};
		}
	};
}

async function respond<Query, Read>(
	page: PageDefinition<Query, Read>,
	file: PageFile<Read>,
	read: Read & Told,
	{ url, kind }: { url: URL; kind: TableKind }
): Promise<Response | null> {
	if (file.isBusy?.(read)) return busyResponse();
	const figure = file.of(read);
	if (!figure) return null;
	const context = figure.context ?? page.context(read);
	const day = context.validOn;
	const name = page.fileName?.(file.name, day, read) ?? `ido-${file.name}-${day}`;
	const ignored = [...new Set(read.notices.map(({ parameter }) => parameter))];
	if (kind === 'csv') return csvResponse(figureCsv({ ...figure, context, url }), name, ignored);
	const book = figureBook({ ...figure, context, url, title: name });
	return await publicBookResponse(book, name, ignored);
}

function answer<Query, Read>(
	page: PageDefinition<Query, Read>,
	read: Read & Told,
	source: AnswerSource
) {
	const own = page.api.answer;
	if (own) {
		const isPartial = page.isUnfinished?.(read) ?? false;
		return { body: own.of(read, source), state: own.state?.(read), isBusy: false, isPartial };
	}
	const figures = page.files.flatMap((file) => {
		const figure = file.of(read);
		return figure ? [{ name: file.name, ...figure }] : [];
	});
	const first = figures[0]?.context ?? page.context(read);
	const demoData = first.demoData || figures.some(({ context }) => context?.demoData === true);
	const context = { ...first, demoData };
	return {
		body: toFiguresAnswer(figures, { context, ...source }),
		isBusy: page.files.some(({ isBusy }) => isBusy?.(read)),
		isPartial: false
	};
}
