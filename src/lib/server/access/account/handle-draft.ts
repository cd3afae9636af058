import type { Handle, RequestEvent } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { DRAFT_COOKIE, draftCookie, type Draft } from './draft.ts';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;

function isForm({ method, headers }: Request): boolean {
	return method === 'POST' && FORM.test(headers.get('content-type') ?? '');
}

async function draftOf({ url }: RequestEvent, request: Request): Promise<Draft> {
	const action = [...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? '';
	return { path: url.pathname, action, values: typedValues(await readFormData(request)) };
}

/**
 * Keeps what was typed when a form arrives after the session has ended: the page that asks for a
 * user sends the visitor to sign in (`locals.signInAsked`), and brings it back afterwards. The next
 * form that a user sends ends the draft.
 */
export const handleDraft: Handle = async ({ event, resolve }) => {
	if (!isForm(event.request)) return resolve(event);
	const copy = event.locals.user ? undefined : event.request.clone();
	const response = await resolve(event);
	if (copy && event.locals.signInAsked) {
		// A body that is no form has nothing to keep.
		const draft = await draftOf(event, copy).catch(() => null);
		const line = draft && draftCookie(event, draft);
		if (line) response.headers.append('set-cookie', line);
	} else if (!copy && event.cookies.get(DRAFT_COOKIE)) {
		const line = event.cookies.serialize(DRAFT_COOKIE, '', { path: '/', maxAge: 0 });
		response.headers.append('set-cookie', line);
	}
	return response;
};
