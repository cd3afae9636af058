import { brotliCompressSync, constants } from 'node:zlib';
import pg from 'pg';
import { median, type Figure } from './bar.ts';

/**
 * How much slower than the quiet machine of two cores on which the bars were set: 1 is as fast, 2
 * takes twice as long. Of what node does, and of what PostgreSQL does.
 */
export interface Slowness {
	render: number;
	query: number;
}

/** What the fixed work took on that machine, in ms. How it was found: docs/decisions/0028. */
const REFERENCE = { renderMs: 5.2, queryMs: 9.2 };

const TURNS = 15;
const ROWS = 4_000;

const QUERY = `select md5(string_agg(md5(n::text), ',' order by md5(n::text)))
	from generate_series(1, 12000) n`;

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** A page of fixed rows: numbers in words of a language, text made safe, a drawing; compressed as ours are. */
function render(): number {
	const parts: string[] = [];
	for (let row = 0; row < ROWS; row++) {
		const share = (row * 7_919) % 1_000;
		const name = `Bibliotheek <${row}> & "omgeving"`.replace(
			/[<>&"]/g,
			(sign) => `&#${sign.charCodeAt(0)};`
		);
		parts.push(`<tr><th>${name}</th><td>${number.format(share / 7)}</td></tr>`);
		parts.push(`<path d="M${(share / 3).toFixed(1)} ${(row / 9).toFixed(1)}l4 4z"/>`);
	}
	const page = parts.toSorted().join('');
	const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
	return brotliCompressSync(page, { params }).length;
}

async function medianOf(work: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let turn = 0; turn < TURNS; turn++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return median(times);
}

/** Times the fixed render and the fixed query, on a database of which nothing but the server matters. */
export async function calibrate(databaseUrl: string): Promise<Slowness> {
	const client = new pg.Client(databaseUrl);
	await client.connect();
	try {
		return {
			render: (await medianOf(render)) / REFERENCE.renderMs,
			query: (await medianOf(() => client.query(QUERY))) / REFERENCE.queryMs
		};
	} finally {
		await client.end();
	}
}

/** Both in one number: most of what is measured asks the database and makes a page. */
export function meanOf({ render, query }: Slowness): number {
	return (render + query) / 2;
}

/** What took longer on a slower machine, as it would have been on the quiet one; other figures stay. */
export function atQuietSpeed(figure: Figure, slow: Slowness): Figure {
	if (figure.unit !== 'ms' && figure.unit !== 's') return figure;
	const slowness = meanOf(slow);
	const seen = `${figure.measured.toPrecision(3)} ${figure.unit} on a machine ${slowness.toFixed(2)} × as slow`;
	return {
		...figure,
		measured: figure.measured / slowness,
		beside: [seen, figure.beside].filter(Boolean).join('; ')
	};
}

/** Halfway between what was seen before and after. */
export function between(before: Slowness, after: Slowness): Slowness {
	return {
		render: (before.render + after.render) / 2,
		query: (before.query + after.query) / 2
	};
}
