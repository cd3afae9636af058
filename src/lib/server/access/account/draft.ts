import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Values } from '#lib/base/form/read-form.ts';

/** What was typed in a form that was sent after the session had ended. */
export interface Draft {
	/** The page of the form. */
	path: string;
	/** The name of its form action; empty for the only one. */
	action: string;
	/** Without files and passwords. */
	values: Values;
}

/** In the browser of the one who typed it, where no script can read it; it ends by itself. */
export const DRAFT_COOKIE = 'ido.draft';
/** The parameter of the address on which a page brings the draft back. */
export const DRAFT_PARAMETER = 'concept';

const MAX_AGE_SECONDS = 30 * 60;
/** Browsers drop a cookie of more than 4096 bytes with its name and attributes. */
const LONGEST_COOKIE = 3_800;
const LONGEST_DRAFT = 64_000;

const draftSchema = z.object({
	path: z.string(),
	action: z.string(),
	values: z.record(z.string(), z.string())
});

/** A draft as the text of a cookie; undefined when it is too long for one. */
export function encodeDraft(draft: Draft): string | undefined {
	const text = deflateRawSync(JSON.stringify(draft)).toString('base64url');
	return text.length > LONGEST_COOKIE ? undefined : text;
}

/** The draft in a cookie when it is of the page `path`; undefined for rubbish. */
export function decodeDraft(text: string | undefined, path: string): Draft | undefined {
	if (!text) return undefined;
	try {
		const json = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: LONGEST_DRAFT });
		const draft = draftSchema.parse(JSON.parse(json.toString()));
		return draft.path === path ? draft : undefined;
	} catch {
		// The cookie is the visitor's own: whatever she makes of it, it is not worth an error.
		return undefined;
	}
}

/** The `set-cookie` line that keeps a draft; undefined when it is too long to be kept. */
export function draftCookie({ cookies, url }: RequestEvent, draft: Draft): string | undefined {
	const text = encodeDraft(draft);
	if (text === undefined) return undefined;
	return cookies.serialize(DRAFT_COOKIE, text, {
		path: '/',
		maxAge: MAX_AGE_SECONDS,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}

/** The draft of this page, when its address asks for it. */
export function readDraft({ cookies, url }: { cookies: Cookies; url: URL }): Draft | undefined {
	const asked = url.searchParams.has(DRAFT_PARAMETER);
	return asked ? decodeDraft(cookies.get(DRAFT_COOKIE), url.pathname) : undefined;
}
