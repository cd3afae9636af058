import type { LogEvent } from 'kysely';

/** What may be told about a query that failed: never its parameters, never values of rows. */
export interface FailedQuery {
	sql: string;
	durationMs: number;
	code?: string;
	constraint?: string;
	message?: string;
}

/** Failures of the program or the server (not of the data) have messages without personal data. */
const impersonal = /^(08|42|53|55|57|58|XX)/;

function textField(error: unknown, field: string): string | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const value: unknown = Reflect.get(error, field);
	return typeof value === 'string' ? value : undefined;
}

/** The part of a failed query that may be logged; durations in whole milliseconds. */
export function describeFailedQuery(event: LogEvent & { level: 'error' }): FailedQuery {
	const code = textField(event.error, 'code');
	const fromServer = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
	return {
		sql: event.query.sql,
		durationMs: Math.round(event.queryDurationMillis),
		code,
		constraint: textField(event.error, 'constraint'),
		message: !fromServer || impersonal.test(code) ? textField(event.error, 'message') : undefined
	};
}
