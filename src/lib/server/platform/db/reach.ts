import { AsyncLocalStorage } from 'node:async_hooks';

/** What PostgreSQL says when it has rolled back; not when it, or the way to it, goes down meanwhile, nor what a socket says. */
const ROLLED_BACK = /^(?!08|57P|58|XX)(?=.*\d)[0-9A-Z]{5}$/;

/** What the database was asked to keep in the name of one request, and what it said to that. */
export class Reach {
	#unanswered = 0;
	#kept = 0;

	/** Certain that nothing that came with the request stands. */
	get isNothing(): boolean {
		return this.#unanswered === 0 && this.#kept === 0;
	}

	/** Certain that something does. */
	get isSomething(): boolean {
		return this.#kept > 0;
	}

	/** Follows a statement after which something stands, when it succeeds. */
	async follow(asking: () => Promise<unknown>): Promise<unknown> {
		this.#unanswered++;
		try {
			const answer = await asking();
			this.#unanswered--;
			if (!isRolledBack(answer)) this.#kept++;
			return answer;
		} catch (error) {
			if (saysRolledBack(error)) this.#unanswered--;
			throw error;
		}
	}
}

/** A transaction in which a statement failed answers its commit so. */
const isRolledBack = (answer: unknown): boolean =>
	typeof answer === 'object' &&
	answer !== null &&
	'command' in answer &&
	answer.command === 'ROLLBACK';

const saysRolledBack = (error: unknown): boolean =>
	error instanceof Error &&
	'code' in error &&
	typeof error.code === 'string' &&
	ROLLED_BACK.test(error.code);

const reaches = new AsyncLocalStorage<Reach>();

/** Runs `work` with everything that it has the database keep followed by `reach`. */
export function withReach<T>(reach: Reach, work: () => T): T {
	return reaches.run(reach, work);
}

/** That of the request in which this is called; outside one nobody asks. */
export function currentReach(): Reach | undefined {
	return reaches.getStore();
}

const BEGIN = /^\s*(?:begin|start\s+transaction)\b/i;
const COMMIT = /^\s*commit\b/i;
const ROLLBACK = /^\s*rollback\b(?!\s+to\b)/i;
const READ = /^\s*(?:select|with|values|show|set|reset)\b/i;
const WRITE = /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\b/i;

/** The statements of one connection, one after the other. */
export class StatementOrder {
	#inTransaction = false;

	/** Whether something stands after this statement: a commit, or a write outside a transaction. */
	isKept(text: string): boolean {
		const inTransaction = this.#inTransaction;
		if (BEGIN.test(text)) this.#inTransaction = true;
		else if (COMMIT.test(text) || ROLLBACK.test(text)) this.#inTransaction = false;
		if (inTransaction) return COMMIT.test(text);
		return !this.#inTransaction && !ROLLBACK.test(text) && !(READ.test(text) && !WRITE.test(text));
	}

	/** Whoever takes the connection next begins outside a transaction. */
	end(): void {
		this.#inTransaction = false;
	}
}
