import { checksumsText, SIGNATURE_FILE, SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { signatureText } from '#lib/publish/edition/signature-text.ts';
import { sha256, signBytes, type SigningKey } from '#lib/server/platform/env/signing-key.ts';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { WorkThread } from '#lib/server/platform/thread/work-thread.ts';
import type { EditionTexts, FileSource } from './make-texts.ts';

/** A file exactly as it is kept and served. */
export interface EditionFile {
	name: string;
	mediaType: string;
	content: Buffer;
	/** In hexadecimal. */
	sha256: string;
}

const MEDIA_TYPES: [ending: RegExp, mediaType: string][] = [
	[/\.html$/, 'text/html; charset=utf-8'],
	[/\.svg$/, 'image/svg+xml; charset=utf-8'],
	[/\.csv$/, 'text/csv; charset=utf-8'],
	[/\.json$/, 'application/json; charset=utf-8']
];

function fileOf(name: string, text: string): EditionFile {
	const content = Buffer.from(text, 'utf8');
	const mediaType = MEDIA_TYPES.find(([ending]) => ending.test(name))?.[1];
	return {
		name,
		mediaType: mediaType ?? 'text/plain; charset=utf-8',
		content,
		sha256: sha256(content)
	};
}

let thread: WorkThread<FileSource | null, EditionTexts | null> | undefined;

function startThread(): WorkThread<FileSource | null, EditionTexts | null> {
	const opened = new WorkThread<FileSource | null, EditionTexts | null>(
		'#lib/server/publish/edition/text-worker.ts'
	);
	onShutdown(() => {
		thread = undefined;
		return opened.stop();
	});
	return opened;
}

/** Has the thread started, so that nobody who writes waits for that while a quarter is frozen. */
export async function readyToMakeFiles(): Promise<void> {
	thread ??= startThread();
	// One that is at work has started.
	if (thread.waiting === 0) await thread.ask(null);
}

/**
 * All files of an edition: its contents, made outside the thread that answers pages, their checksums,
 * and the signature over these. The key stays here.
 */
export async function makeEditionFiles(
	source: FileSource,
	key: SigningKey
): Promise<EditionFile[]> {
	thread ??= startThread();
	const texts = await thread.ask(source);
	if (!texts) throw new Error('the thread made no edition');
	const files = Object.entries(texts).map(([name, text]) => fileOf(name, text));
	const sums = fileOf(SUMS_FILE, checksumsText(files));
	const signature = signatureText({
		quarter: source.situation.quarter.code,
		fingerprint: key.fingerprint,
		signedAt: source.imprint.frozenAt,
		signature: signBytes(sums.content, key)
	});
	return [...files, sums, fileOf(SIGNATURE_FILE, signature)];
}
