import type { Day } from '#lib/base/day/day.ts';

/** What files of evidence may be, judged by their content, and how each is served. */
export const FILE_TYPES = {
	pdf: 'application/pdf',
	png: 'image/png',
	jpg: 'image/jpeg',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
} as const;
export type FileType = keyof typeof FILE_TYPES;

export const isFileType = (type: string): type is FileType => Object.hasOwn(FILE_TYPES, type);

/** In bytes; a constraint of the database says the same. */
export const LARGEST_EVIDENCE_FILE = 10 * 1024 * 1024;

/** What shows that a milestone is done. */
export interface Evidence {
	id: number;
	milestoneCode: string;
	/** A link. */
	address: string | null;
	note: string | null;
	file: { name: string; bytes: number } | null;
	recordedOn: Day;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
	/** When and by whom it was withdrawn; null while it counts. */
	withdrawn: { on: Day; author: string } | null;
}
