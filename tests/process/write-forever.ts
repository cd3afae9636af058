import { startEmbedded } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

// A process that writes to the ledger as the application does, without pause, until it is killed, and
// prints the id of each event as soon as the database has acknowledged it. A failed write is tried again.
const { appUrl } = await startEmbedded(process.argv[2] ?? '');
const db = connect(appUrl, { poolSize: 1, onFailedQuery: () => undefined });
const libraries = await db.selectFrom('library').select('id').limit(50).execute();

for (let turn = 0; ; turn++) {
	const event = {
		subject: libraryOf(libraries[turn % libraries.length]!.id),
		milestoneCode: 'record',
		kind: 'confirmed' as const,
		effectiveOn: '2022-01-31'
	};
	try {
		const author = { id: 'writer', organisation: 'KB' };
		const ids = await db.transaction().execute((trx) => appendEvents(trx, author, [event]));
		console.log(ids[0]);
	} catch {
		// The server is away: the next turn tries again.
	}
}
