/** A question to a thread, under a number that its answer bears again. */
export interface Asked<Question> {
	id: number;
	question: Question;
}

/** What a thread says: the answer, or why there is none. */
export type Said<Answer> = { id: number; answer: Answer } | { id: number; failure: string };
