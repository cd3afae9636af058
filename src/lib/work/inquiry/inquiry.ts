import { daysBetween, type Day } from '#lib/base/day/day.ts';

/** The most characters of a question; a constraint of the database says the same. */
export const LONGEST_QUESTION = 1_000;
/** The most characters of an answer in words. */
export const LONGEST_REPLY = 2_000;
/** So many days ahead a question can want its answer at the most. */
export const MOST_DAYS_TO_ANSWER = 366;

/** A question that still wants its answer, as it stands beside what it is about. */
export interface OpenInquiry {
	id: number;
	question: string;
	dueOn: Day;
	askedOn: Day;
	/** Who asked, by name, or her organisation when the account is gone. */
	asker: string;
	/** A visitor asked, so the answer is public. */
	isPublic: boolean;
}

/** What decides how a question stands. */
export interface InquiryFacts {
	askedOn: Day;
	dueOn: Day;
	/** Null as long as nobody answered; what was recorded after it was withdrawn is no answer. */
	answeredOn: Day | null;
	/** Null unless it is no longer asked. */
	withdrawnOn: Day | null;
}

export const INQUIRY_STATES = ['open', 'late', 'answered', 'answered_late', 'withdrawn'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/**
 * How a question stands at the end of `day`; null when it was not asked yet. Its day itself is in time,
 * for the answer as well.
 */
export function inquiryState(facts: InquiryFacts, day: Day): InquiryState | null {
	const { askedOn, dueOn, answeredOn, withdrawnOn } = facts;
	if (askedOn > day) return null;
	if (answeredOn !== null && answeredOn <= day) {
		return answeredOn > dueOn ? 'answered_late' : 'answered';
	}
	if (withdrawnOn !== null && withdrawnOn <= day) return 'withdrawn';
	return dueOn < day ? 'late' : 'open';
}

/** Whether a question still wants its answer. */
export const isWanted = (state: InquiryState): boolean => state === 'open' || state === 'late';

/** Questions counted by how they stand. */
export type InquiryCounts = Record<InquiryState, number>;

export const NO_INQUIRIES: Readonly<InquiryCounts> = {
	...{ open: 0, late: 0, answered: 0, answered_late: 0, withdrawn: 0 }
};

/** How many questions stand how on `day`. */
export function countInquiries(all: readonly InquiryFacts[], day: Day): InquiryCounts {
	const counts = { ...NO_INQUIRIES };
	for (const one of all) {
		const state = inquiryState(one, day);
		if (state !== null) counts[state] += 1;
	}
	return counts;
}

/** Days that answers took, the middle one; null when none was given by `day`. */
export function medianDaysToAnswer(all: readonly InquiryFacts[], day: Day): number | null {
	const took = all
		.flatMap(({ askedOn, answeredOn }) =>
			answeredOn !== null && answeredOn <= day ? [daysBetween(askedOn, answeredOn)] : []
		)
		.sort((a, b) => a - b);
	if (took.length === 0) return null;
	const half = took.length / 2;
	return took.length % 2 === 1 ? took[Math.floor(half)]! : (took[half - 1]! + took[half]!) / 2;
}
