import { QUESTIONS, type Question } from '#lib/base/site/site.ts';

/** The group of an overview page: `/overzicht/waarom`. */
export const match = (name: string): name is Question =>
	(QUESTIONS as readonly string[]).includes(name);
