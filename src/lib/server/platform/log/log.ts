import pino, { type DestinationStream, type Logger } from 'pino';
import { readEnv } from '#lib/server/platform/env/env.ts';

/** What BIO 8.15.01 asks of a log line about something that was done or refused. */
export interface Action {
	/** A verb and noun, such as `sign_in` or `edit_library`. */
	action: string;
	/** What it was done to: a kind and an id or slug, never a name or e-mail address of a person. */
	object: string;
	result: 'done' | 'refused' | 'failed';
	/** The network address it came from. */
	origin: string;
	/** The id of the user, or `anonymous`. */
	actor: string;
	/** Why it was refused, or other facts without personal data. */
	detail?: string;
}

/** Values under these names never reach the log, however deep they sit in what is logged. */
const SECRETS = ['password', 'newPassword', 'currentPassword', 'token', 'cookie', 'authorization'];

/** A log of JSON lines with a UTC timestamp; without secrets. Tests give it a destination. */
export function createLog(level: string, destination?: DestinationStream): Logger {
	const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
	const options = {
		level,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label: string) => ({ level: label }) },
		redact: { paths, censor: '[secret]' }
	};
	return destination ? pino(options, destination) : pino(options);
}

let log: Logger | undefined;

/** The log of this process, on standard output, at the level of LOG_LEVEL. */
export function getLog(): Logger {
	return (log ??= createLog(readEnv().LOG_LEVEL));
}

/** Writes one line about something that was done or refused. */
export function logAction(action: Action, to: Logger = getLog()): void {
	to[action.result === 'done' ? 'info' : 'warn'](action, action.action);
}
