import type { Pathname } from '$app/types';
import { link } from '#lib/base/i18n/link.ts';

/** The page that a report is about, in the language of the reader; the server has found that it is there. */
export const pageHref = (path: string): string => link(path as Pathname);
