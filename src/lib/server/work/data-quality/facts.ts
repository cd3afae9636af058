import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { CONFIDENCES, isToBeConfirmed } from '#lib/base/source/confidence.ts';
import { programmeEventsKnown } from '#lib/server/base/source/programme-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { FactKind, UnconfirmedFact } from '#lib/work/data-quality/types.ts';

/** How sure a fact is that somebody still has to confirm. */
const UNSURE = CONFIDENCES.filter((one) => isToBeConfirmed(one));

/** Everything with a source, as it holds on a day: what it is, and how sure it is. */
const factsOn = (db: Kysely<DB>, day: Day) => sql`fact as (
	select 'bibliotheek' as kind, name, null as name_en, '/bibliotheken/' || slug as path, source, confidence from library
	where active_from <= ${day} and ${day} < active_to
	union all
	select 'poi', name, null, '/bibliotheken/' || slug, coalesce(support_institute_source, source),
		support_institute_confidence from library where active_from <= ${day} and ${day} < active_to
	union all
	select 'werkgebied', library.name || ', ' || municipality.name, null, '/bibliotheken/' || library.slug,
		area.source, area.confidence
	from library_municipality area
	join library on library.id = area.library_id and active_from <= ${day} and ${day} < active_to
	join municipality on municipality.code = area.municipality_code
	where area.valid_from <= ${day} and ${day} < area.valid_to
	union all
	select 'gemeente', name, null, '/gemeenten/' || code, source, confidence from municipality
	where valid_from <= ${day} and ${day} < valid_to
	union all
	select 'inwoners', municipality.name || ', ' || to_char(counted.reference_date, 'DD-MM-YYYY'), null,
		'/gemeenten/' || municipality.code, counted.source, counted.confidence
	from population counted join municipality on municipality.code = counted.municipality_code
	where municipality.valid_from <= ${day} and ${day} < municipality.valid_to
	union all
	select 'cijfer', description || ', ' || dated, null, null, source, confidence from published_figure
	union all
	select 'doel', statement_nl, statement_en, null, source, confidence from target
	union all
	select 'gebeurtenis', title_nl, title_en, null, source, confidence from (
		${programmeEventsKnown(db, null).select(['titleNl', 'titleEn', 'source', 'confidence'])}
	) told
	union all
	select 'dienstverlener', full_name, null, null, source, confidence from service_provider
	union all
	select 'subsidie', name_nl, name_en, null, source, confidence from grant_scheme
	union all
	select 'opening', point.name, null, '/informatiepunten/' || point.id, event.source, event.confidence
	from event join information_point point on point.id = event.information_point_id
	where event.source is not null
		and not exists (select from event later where later.corrects_event_id = event.id)
)`;

/** Facts that hold today and that nobody has confirmed, by kind and name: a page of them. */
export async function listUnconfirmed(
	db: Kysely<DB>,
	{ kind, page, size }: { kind: FactKind | null; page: number; size: number },
	today: Day
): Promise<UnconfirmedFact[]> {
	const { rows } = await sql<UnconfirmedFact>`
		with ${factsOn(db, today)}
		select kind, name, name_en, path, source, confidence from fact
		where confidence = any (${UNSURE}::text[]) and (${kind}::text is null or kind = ${kind})
		order by kind, name, path, source limit ${size} offset ${(page - 1) * size}`.execute(db);
	return rows;
}

/** How many facts of each kind nobody has confirmed. */
export async function countUnconfirmed(
	db: Kysely<DB>,
	today: Day
): Promise<{ kind: FactKind; count: number }[]> {
	const { rows } = await sql<{ kind: FactKind; count: number }>`
		with ${factsOn(db, today)}
		select kind, count(*)::int as count from fact where confidence = any (${UNSURE}::text[])
		group by kind order by kind`.execute(db);
	return rows;
}

/** The addresses in the sources of facts that hold on a day, as rows `(address, facts)`. */
export const addressesOn = (db: Kysely<DB>, day: Day) => sql`${factsOn(db, day)}, address as (
	select found.match[1] as address, count(*)::int as facts
	from fact cross join lateral
		regexp_matches(fact.source, '(https?://[^[:space:];,"<>]*[^[:space:];,."<>)])', 'g') found(match)
	group by 1
)`;
