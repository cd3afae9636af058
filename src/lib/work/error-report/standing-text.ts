import { m } from '#lib/paraglide/messages.js';
import type { ReportStanding } from './error-report.ts';

/** What was answered, in words; null as long as nobody did. */
export function standingText({
	kind,
	reply
}: Pick<ReportStanding, 'kind' | 'reply'>): string | null {
	switch (kind) {
		case 'answered':
			return reply;
		case 'confirmed':
		case 'recorded':
			return m.error_report_confirmed();
		case 'withdrawn':
			return m.error_report_withdrawn();
		case null:
			return null;
	}
}
