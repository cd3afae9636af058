import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasSignedSession } from '#lib/server/platform/security/signed-session.ts';
import type { Answer } from '../serve.ts';
import { refuse } from './refuse.ts';
import { Turnstile } from './turnstile.ts';
import { visitorAddress, type AddressSettings } from './visitor-address.ts';

export interface GateSettings extends AddressSettings {
	/** Signs the sessions. */
	secret: string;
}

/** What lets in anonymous questions that cost something, a few at a time. */
export interface Gate {
	/** Calls `start` when it is the turn of this request, at once for who does not pass the gate. */
	enter(req: IncomingMessage, res: ServerResponse, start: (leave: () => void) => void): void;
	/** Has `answer` answer when it is the turn of this request. */
	pass(req: IncomingMessage, res: ServerResponse, answer: Answer): void;
}

/** A browser asks for six things at a time, and some people share an address. */
const PAGES = { atOnce: 4, perAddress: 24, inAll: 96, calm: 16 };
/** Pictures, mails and workbooks take up to a second of a thread that makes one at a time. */
const PICTURES = { atOnce: 1, perAddress: 4, inAll: 12, calm: 2 };

const IS_PICTURE = /\.(?:png|eml|xlsx)(?:\?|$)/;
/** Files of the build, the probes, signing in, and the stream of news, which has its own limits. */
const IS_FREE = /^\/(?:_app\/|health\/|(?:en\/)?inloggen(?:[/?]|$)|veranderingen(?:[/?]|$))/;

/** The gate of this process. */
export function createGate(settings: GateSettings): Gate {
	const pages = new Turnstile(PAGES);
	const pictures = new Turnstile(PICTURES);
	const isGuarded = ({ method, url = '/', headers }: IncomingMessage) =>
		(method === 'GET' || method === 'HEAD') &&
		!IS_FREE.test(url) &&
		!hasSignedSession(headers.cookie, settings.secret);

	const enter: Gate['enter'] = (req, res, start) => {
		if (!isGuarded(req)) return start(() => undefined);
		const turnstile = IS_PICTURE.test(req.url ?? '/') ? pictures : pages;
		const refused = turnstile.enter(visitorAddress(req, settings), (leave) => {
			if (req.socket.destroyed) {
				res.destroy();
				return false;
			}
			start(leave);
			return true;
		});
		if (refused) refuse(req, res, refused);
	};
	return {
		enter,
		pass: (req, res, answer) =>
			enter(req, res, (leave) => {
				res.once('close', leave);
				answer(req, res);
			})
	};
}
