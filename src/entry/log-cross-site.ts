import type { IncomingMessage, ServerResponse } from 'node:http';
import { logAction } from '#lib/server/platform/log/log.ts';
import { visitorAddress, type AddressSettings } from './gate/visitor-address.ts';
import type { Answer } from './serve.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request says that a page of another site sends it. */
function isFromElsewhere({ method, headers }: IncomingMessage, own: string | undefined): boolean {
	const { origin, host } = headers;
	if (READS.has(method ?? 'GET') || origin === undefined) return false;
	return own === undefined ? URL.parse(origin)?.host !== host : origin !== own;
}

interface Settings extends AddressSettings {
	/** The public address, when it is set. */
	ORIGIN?: string | undefined;
}

/**
 * Kit refuses a form that another site sends before any of our hooks hears of it. This writes the
 * line in the log that every other refusal has; it decides nothing.
 */
export function logCrossSite(
	answer: Answer,
	settings: Settings,
	log: typeof logAction = logAction
): Answer {
	return (req, res) => {
		if (isFromElsewhere(req, settings.ORIGIN)) res.once('finish', () => tell(req, res));
		answer(req, res);
	};

	function tell(req: IncomingMessage, { statusCode }: ServerResponse): void {
		if (statusCode !== 403) return;
		log({
			action: 'cross_site_post',
			object: (req.url ?? '').split('?')[0] ?? '',
			result: 'refused',
			origin: visitorAddress(req, settings),
			actor: 'anonymous'
		});
	}
}
