import { appendFileSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, inject } from 'vitest';
import { checkResult, type Result } from './check-result.ts';
import type { Descriptions } from './value-type.ts';

/** Vitest's setup before each test file; the files of one process share what stands here. */
const { descriptionsFile, seenFile } = inject('rowTypes');

interface Checks {
	descriptions: Descriptions;
	seen: Set<string>;
	/** Since the last test. */
	differences: Set<string>;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const isResult = (value: unknown): value is Result =>
	typeof value === 'object' && value !== null && 'fields' in value && 'rows' in value;

/** Lets each query of this process that carries a mark be checked when it is answered. */
function watchQueries(): Checks {
	const descriptions = JSON.parse(readFileSync(descriptionsFile, 'utf8')) as Descriptions;
	const checks: Checks = { descriptions, seen: new Set(), differences: new Set() };
	const prototype = pg.Client.prototype as unknown as { query: Query };
	const query = prototype.query;
	prototype.query = function (...args) {
		const answer = query.apply(this, args);
		const [text] = args;
		if (typeof text !== 'string' || !text.includes('/*row type')) return answer;
		if (!(answer instanceof Promise)) return answer;
		return answer.then((result: unknown) => {
			if (isResult(result)) {
				const parse = (type: number, value: string): unknown =>
					this.getTypeParser(type, 'text')(value);
				const { seen, differences } = checkResult(descriptions, text, result, parse);
				for (const place of seen) checks.seen.add(place);
				for (const difference of differences) checks.differences.add(difference);
			}
			return result;
		});
	};
	return checks;
}

const shared = globalThis as { rowTypeChecks?: Checks };
const checks = (shared.rowTypeChecks ??= watchQueries());

/** Thrown here and not at the query, because the code that asked may catch what a query throws. */
function refuseDifferences(): void {
	const differences = [...checks.differences];
	checks.differences.clear();
	if (differences.length > 0) {
		throw new Error(`A row type is not what the database gives.\n${differences.join('\n')}`);
	}
}

afterEach(refuseDifferences);
afterAll(() => {
	appendFileSync(seenFile, [...checks.seen].map((place) => `${place}\n`).join(''));
	checks.seen.clear();
	refuseDifferences();
});
