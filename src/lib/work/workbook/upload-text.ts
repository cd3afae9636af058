import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { UploadLine } from './upload-line.ts';

type Did = Pick<UploadLine, 'appliedAt' | 'undoneAt' | 'recordedCount' | 'leftCount' | 'kept'>;

/** What a file did, as sentences. */
export function didText({ appliedAt, undoneAt, recordedCount, leftCount, kept }: Did): string {
	if (appliedAt === null) return kept ? m.workbook_did_open() : m.workbook_did_expired();
	if (undoneAt !== null) return m.workbook_did_undone();
	const left = leftCount ?? 0;
	const sentences = [
		recordedCount
			? m.workbook_done({ count: recordedCount, number: formatNumber(recordedCount) })
			: m.workbook_done_none()
	];
	if (left > 0) sentences.push(m.workbook_done_left({ count: left, number: formatNumber(left) }));
	return sentences.join(' ');
}
