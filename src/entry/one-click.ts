import type { Answer } from './serve.ts';

const PATH = /^\/(?:en\/)?weekmail-afmelden\?/;

/**
 * A program that reads mail sends "no more of these" by itself (RFC 8058), from no page and so without
 * `Origin`, which Kit refuses for a form. Only there it counts as ours: what it may do is said by the
 * token in its address, and its cookies are left out.
 */
export function allowOneClick(answer: Answer): Answer {
	return (req, res) => {
		const { headers, method, url } = req;
		if (method === 'POST' && headers.origin === undefined && PATH.test(url ?? '')) {
			delete headers.cookie;
			headers.origin = process.env.ORIGIN ?? `http://${headers.host ?? ''}`;
		}
		answer(req, res);
	};
}
