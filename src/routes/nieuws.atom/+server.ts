import { serveNews } from '#lib/server/publish/feed/serve-news.ts';
import type { RequestHandler } from './$types';

/** Public. Openings and changes as a feed, of a province or POI when the address names one. */
export const GET: RequestHandler = (event) => serveNews(event);
