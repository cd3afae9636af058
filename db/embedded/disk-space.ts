import { statfs } from 'node:fs/promises';

const MB = 1024 * 1024;
/** With less than this PostgreSQL cannot even recover after a crash. */
export const LEAST_TO_START = 64 * MB;
/** With less than this the operator hears of it while there is still time. */
export const LEAST_TO_BE_SILENT = 512 * MB;

/** Bytes that can still be written in a folder; undefined when that cannot be said. */
export async function freeBytes(folder: string): Promise<number | undefined> {
	try {
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch {
		return undefined;
	}
}

/** What PostgreSQL and the operating system say when there is no room left. */
export function saysDiskFull(text: string): boolean {
	return /No space left on device|ENOSPC|Disk quota exceeded/.test(text);
}

/** The sentence for an operator whose disk has no room to start with. */
export function diskFullSentence(folder: string): string {
	return (
		`The disk of ${folder} is full. Make room on it and start again; ` +
		'what was recorded before is not lost.'
	);
}

/** What is to be said now about the room that is left, and whether it is little. */
export function noticeOf(
	folder: string,
	free: number | undefined,
	wasLittle: boolean
): { isLittle: boolean; text: string | null } {
	if (free === undefined) return { isLittle: wasLittle, text: null };
	const isLittle = free < LEAST_TO_BE_SILENT;
	if (isLittle === wasLittle) return { isLittle, text: null };
	const left = `${Math.floor(free / MB)} MB free`;
	return {
		isLittle,
		text: isLittle
			? `The disk of ${folder} is nearly full (${left}). When it is full nothing can be recorded: make room on it.`
			: `The disk of ${folder} has room again (${left}).`
	};
}

const LOOK_EVERY_MS = 30_000;

/** Tells when the disk of a folder gets full, and when there is room again; answers how to stop. */
export function watchDisk(folder: string, tell: (text: string) => void): () => void {
	let little = false;
	const look = async () => {
		const { isLittle, text } = noticeOf(folder, await freeBytes(folder), little);
		little = isLittle;
		if (text) tell(text);
	};
	void look();
	const timer = setInterval(() => void look(), LOOK_EVERY_MS);
	timer.unref();
	return () => clearInterval(timer);
}
