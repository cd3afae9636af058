import pg from 'pg';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import type { Day } from '#lib/base/day/day.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { signInAs } from '../process/sign-in.ts';
import { median, round, time, type Figure } from './bar.ts';

const TURNS = 24;
const WARM_UP = 4;

/** A library with a milestone that is planned and not reached; in longer histories plans follow achievements. */
interface Planned {
	libraryId: number;
	slug: string;
	code: string;
	/** The newest entry of the milestone, which a form is based on. */
	basedOn: string;
}

/**
 * Recording that a milestone is done by the form, from the post to the answer that says where to go, against the bare
 * insert of the same rows in a transaction with the same lock. In turns, so that both suffer alike from what
 * else the machine does. `url` reaches the database as its superuser.
 */
export async function measureRecording(
	appUrl: string,
	url: string,
	size: string,
	bar: number
): Promise<Figure[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const origin = appUrl.replace('localhost', '127.0.0.1');
		const cookie = await signInAs(origin, 'programmamanager@voorbeeld.nl', DEMO_PASSWORD);
		const today = await readToday(client);
		const all = await listPlanned(client, 2 * (TURNS + WARM_UP));
		const posts: number[] = [];
		const inserts: number[] = [];
		for (let turn = 0; turn < TURNS + WARM_UP; turn++) {
			const [mine, bare] = [all[2 * turn], all[2 * turn + 1]];
			if (!mine || !bare) throw new Error('too few planned milestones');
			const post = await time(() => postDone(origin, cookie, mine, today));
			const insert = await timeInsert(client, mine, bare);
			if (turn < WARM_UP) continue;
			posts.push(post);
			inserts.push(insert);
		}
		return [
			{
				what: `recording a milestone against a bare insert, ${size}`,
				measured: median(posts) / median(inserts),
				bar,
				unit: '×',
				beside: `${round(median(posts))} ms against ${round(median(inserts))} ms`
			}
		];
	} finally {
		await client.end();
	}
}

async function readToday(client: pg.Client): Promise<Day> {
	const { rows } = await client.query<{ today: Day }>(
		`select coalesce(demo_today, current_date)::text as today from installation`
	);
	return rows[0]!.today;
}

async function listPlanned(client: pg.Client, count: number): Promise<Planned[]> {
	const { rows } = await client.query<Planned>(
		`select library.id as "libraryId", library.slug, event.milestone_code as code, event.id as "basedOn"
		from library join event on event.library_id = library.id
		where library.active_to > current_date and event.kind = 'planned'
			and event.milestone_code = any ($1) and not exists (
				select from event later where later.library_id = event.library_id
					and later.milestone_code = event.milestone_code and later.id > event.id)
			and not exists (
				select from milestone_state state where state.library_id = event.library_id
					and state.milestone_code = event.milestone_code and state.lane = 'status'
					and state.valid_to = 'infinity' and state.known_to = 'infinity')
		order by event.milestone_code, library.id limit $2`,
		[milestonesOf('library'), count]
	);
	return rows;
}

async function postDone(origin: string, cookie: string, of: Planned, today: Day): Promise<void> {
	const reply = await fetch(`${origin}/bibliotheken/${of.slug}/bijwerken?/achieve`, {
		method: 'POST',
		redirect: 'manual',
		headers: { accept: 'text/html', origin, cookie },
		body: new URLSearchParams({ milestone: of.code, basedOn: of.basedOn, effectiveOn: today })
	});
	const text = await reply.text();
	if (reply.status !== 303)
		throw new Error(`not recorded (${reply.status}): ${text.slice(0, 500)}`);
}

/** Inserts the rows that `from` got for `to`, and times only that, in ms. */
async function timeInsert(client: pg.Client, from: Planned, to: Planned): Promise<number> {
	const events = await readRows(client, 'event', from);
	const states = await readRows(client, 'milestone_state', from);
	await client.query('delete from milestone_state where library_id = $1 and milestone_code = $2', [
		to.libraryId,
		to.code
	]);
	const insert = async (table: string, rows: object[]) => {
		const columns = Object.keys(rows[0] ?? {}).filter(
			(name) => !['id', 'recorded_on'].includes(name)
		);
		await client.query(
			`insert into ${table} (${columns.join()})
			select ${columns.join()} from json_populate_recordset(null::${table}, $1)`,
			[
				JSON.stringify(
					rows.map((row) => ({ ...row, library_id: to.libraryId, milestone_code: to.code }))
				)
			]
		);
	};
	return time(async () => {
		await client.query('begin');
		await client.query('select record_stamp()');
		await insert('event', events.slice(-1));
		await insert('milestone_state', states);
		await client.query('commit');
	});
}

async function readRows(client: pg.Client, table: string, of: Planned): Promise<object[]> {
	const { rows } = await client.query<{ row: object }>(
		`select row_to_json(of_table) as row from ${table} of_table where library_id = $1 and milestone_code = $2
		order by of_table`,
		[of.libraryId, of.code]
	);
	return rows.map(({ row }) => row);
}
