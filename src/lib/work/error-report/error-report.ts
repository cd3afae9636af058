import type { Day } from '#lib/base/day/day.ts';

/** The most characters of a report; a constraint of the database says the same. */
export const LONGEST_MESSAGE = 1_000;
/** An adviser has so many days for an answer. */
export const DAYS_TO_ANSWER = 14;

/** Where a report can be made: the address of the form, and its parameter with the page that it is about. */
export const REPORT_PATH = '/dit-klopt-niet';
export const ABOUT_PARAMETER = 'over';
/** Says on the page of a report that it was sent just now; that page is never kept. */
export const JUST_SENT = 'nieuw';

/** Who asks, where a visitor does: nothing is known of her. */
export const VISITOR = { id: 'visitor', organisation: 'Een bezoeker van deze site' };

/** What became of a report, as the public may know it: organisations, never persons. */
export interface ReportStanding {
	path: string;
	about: string;
	message: string;
	receivedOn: Day;
	/** The POI whose adviser was asked; null: KB. */
	institute: string | null;
	answeredOn: Day | null;
	/** answered: in words; confirmed and recorded: it is right as it stands; withdrawn: KB took it over. */
	kind: 'answered' | 'confirmed' | 'recorded' | 'withdrawn' | null;
	reply: string | null;
	/** What was recorded of it since the report, as sentences. */
	changes: { on: Day; text: string }[];
}
