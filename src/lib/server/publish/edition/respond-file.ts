import { createHash } from 'node:crypto';
import { FILE_POLICY } from '#lib/server/platform/security/headers.ts';

/** A file as it is kept. */
export interface KeptFile {
	mediaType: string;
	content: Uint8Array<ArrayBuffer>;
	sha256: string;
}

/** The answer with a file of an edition, byte for byte; open to all origins and without end. */
export function respondFile({ mediaType, content, sha256 }: KeptFile, name: string): Response {
	const isPage = mediaType.startsWith('text/html');
	return new Response(content, {
		headers: {
			'content-type': mediaType,
			'content-length': String(content.byteLength),
			etag: `"${sha256}"`,
			'access-control-allow-origin': '*',
			'content-security-policy': isPage ? pagePolicy(content) : FILE_POLICY,
			...(isPage ? {} : { 'content-disposition': `inline; filename="${name}"` })
		}
	});
}

const STYLE = /<style>([\s\S]*?)<\/style>/;

/** Nothing in the page runs or loads; its own style may, by its hash. */
function pagePolicy(content: Uint8Array): string {
	const style = STYLE.exec(Buffer.from(content).toString('utf8'))?.[1] ?? '';
	const hash = createHash('sha256').update(style).digest('base64');
	return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; sandbox`;
}
