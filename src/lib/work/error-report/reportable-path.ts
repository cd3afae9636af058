import type { Place } from '#lib/base/site/site.ts';
import { REPORT_PATH } from './error-report.ts';

const RECORD = /^\/(?:bibliotheken|informatiepunten|gemeenten|provincies)\/[\w-]{1,100}$/;

/**
 * What a visitor can say is wrong from the page of an address: a record, or a page of the site map that
 * says something of the rollout. Null for pages about the site itself, overviews, and work.
 */
export function reportablePath(path: string, place: Place | undefined): string | null {
	if (RECORD.test(path)) return path;
	if (path === REPORT_PATH || !place?.exact || !place.page || place.page.about) return null;
	return path;
}
