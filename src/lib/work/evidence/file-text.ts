import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

const KB = 1024;

/** "verslag.pdf (340 kB)", of a megabyte and more "(1,4 MB)". */
export function fileText({ name, bytes }: { name: string; bytes: number }): string {
	const kilobytes = Math.max(1, Math.round(bytes / KB));
	const size =
		kilobytes < KB
			? `${formatNumber(kilobytes)} kB`
			: `${formatNumber(Math.round((bytes / KB / KB) * 10) / 10)} MB`;
	return m.evidence_file({ name, size });
}
