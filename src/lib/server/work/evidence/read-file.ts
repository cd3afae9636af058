import { fileTypeFromBuffer } from 'file-type';
import { fitText } from '#lib/base/form/fit-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { isFileType, LARGEST_EVIDENCE_FILE, type FileType } from '#lib/work/evidence/evidence.ts';

/** A file as it is kept. */
export interface EvidenceFile {
	fileName: string;
	fileType: FileType;
	content: Buffer;
}

const LONGEST_FILE_NAME = 200;

/**
 * The file of a form; null when none was chosen, and a sentence when it is refused. What it is, its
 * content says: the name may say anything.
 */
export async function readEvidenceFile(
	value: FormDataEntryValue | null
): Promise<EvidenceFile | { refused: string } | null> {
	if (!(value instanceof File) || (value.name === '' && value.size === 0)) return null;
	if (value.size > LARGEST_EVIDENCE_FILE) return { refused: m.evidence_problem_too_large() };
	if (value.size === 0) return { refused: m.evidence_problem_empty_file() };
	const content = Buffer.from(await value.arrayBuffer());
	const found = await fileTypeFromBuffer(content);
	if (!found || !isFileType(found.ext)) return { refused: m.evidence_problem_type() };
	return { fileName: fitName(value.name, found.ext), fileType: found.ext, content };
}

/** The name without folders and signs that break a header, with the ending of what it is. */
function fitName(given: string, type: FileType): string {
	const plain = fitText(given)
		.replace(/^.*[/\\]/, '')
		.replace(/[\p{C}"<>|:*?]/gu, '')
		.replace(/\.[^.]*$/, '')
		.trim();
	const name = plain === '' || /^\.+$/.test(plain) ? m.evidence_file_unnamed() : plain;
	return `${name.slice(0, LONGEST_FILE_NAME - 5)}.${type}`;
}
