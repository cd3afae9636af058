import { serveCalendar } from '#lib/server/publish/feed/serve-calendar.ts';
import type { RequestHandler } from './$types';

/** Public. Planned openings as a calendar, of a province or POI when the address names one. */
export const GET: RequestHandler = (event) => serveCalendar(event);
