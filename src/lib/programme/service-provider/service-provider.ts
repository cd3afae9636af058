import { isDay, type Day } from '#lib/base/day/day.ts';

/** A subject of questions, in two languages. */
export interface Topic {
	nl: string;
	en: string;
}

/** A public service provider that works with the libraries. */
export interface ServiceProvider {
	abbreviation: string;
	fullName: string;
	/** What people need it for, as it was written down. */
	whatFor: string | null;
	/** founding: from the first day. */
	role: 'founding' | 'joined';
	/** Since when, as the source says it: a day, "named by 2020-12-10", or that no date was found. */
	joined: string;
	source: string;
	topics: Topic[];
}

/** Whether a provider took part on a day, as far as the sources say. */
export type TakingPart =
	/** Since that day. */
	| { state: 'since'; day: Day }
	/** Named as taking part on that day; since when is not known. */
	| { state: 'named'; day: Day }
	/** From that day on, which is later. */
	| { state: 'later'; day: Day }
	/** First named on that later day: whether it took part before is not known. */
	| { state: 'named_later'; day: Day }
	| { state: 'unknown' };

/** Reads from what the source says whether a provider took part on `day`. */
export function takingPart({ joined }: Pick<ServiceProvider, 'joined'>, day: Day): TakingPart {
	const named = /^named by (\S+)$/.exec(joined)?.[1];
	if (named && isDay(named)) return { state: named <= day ? 'named' : 'named_later', day: named };
	if (isDay(joined)) return { state: joined <= day ? 'since' : 'later', day: joined };
	return { state: 'unknown' };
}

export const tookPart = ({ state }: TakingPart): boolean => state === 'since' || state === 'named';
