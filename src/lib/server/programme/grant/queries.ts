import { sql, type Kysely } from 'kysely';
import { institutesIn, type InstituteScope } from '#lib/access/account/permission.ts';
import type { Day } from '#lib/base/day/day.ts';
import type {
	FundingSource,
	GrantRate,
	GrantScheme,
	GrantWindow,
	Said
} from '#lib/programme/grant/grant.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

const both = (nl: string | null, en: string | null): Said | null =>
	nl !== null && en !== null ? { nl, en } : null;

export async function listGrantSchemes(db: Kysely<DB>): Promise<GrantScheme[]> {
	const rows = await db.selectFrom('grantScheme').selectAll().orderBy('position').execute();
	return rows.map((row) => {
		const { ceilingCents, ceilingFirstYear, ceilingLastYear } = row;
		const hasCeiling =
			ceilingCents !== null && ceilingFirstYear !== null && ceilingLastYear !== null;
		return {
			code: row.code,
			kind: row.kind === 'per_project' ? 'per_project' : 'per_inhabitant',
			name: { nl: row.nameNl, en: row.nameEn },
			purpose: { nl: row.purposeNl, en: row.purposeEn },
			ceiling: hasCeiling
				? { cents: ceilingCents, firstYear: ceilingFirstYear, lastYear: ceilingLastYear }
				: null,
			source: row.source
		};
	});
}

/** The amounts per scheme and year as they were known on a day (null: now): of each the last one told. */
export async function listGrantRates(db: Kysely<DB>, knownOn: Day | null): Promise<GrantRate[]> {
	const { rows } = await sql<GrantRate>`
		select distinct on (scheme.position, rate.year) rate.id, rate.scheme_code as scheme, rate.year,
			rate.cents_per_inhabitant, rate.fixed_cents, rate.cohort, rate.reference_on, rate.holds_from,
			rate.source, rate.recorded_on
		from grant_rate rate join grant_scheme scheme on scheme.code = rate.scheme_code
		where rate.recorded_on is null or ${knownOn}::date is null or rate.recorded_on <= ${knownOn}::date
		order by scheme.position, rate.year, rate.recorded_at desc nulls last, rate.id desc`.execute(db);
	return rows;
}

/** In the order in which they close. */
export async function listGrantWindows(db: Kysely<DB>): Promise<GrantWindow[]> {
	const rows = await db.selectFrom('grantWindow').selectAll().orderBy('closesOn').execute();
	return rows.map(({ schemeCode, howNl, howEn, confidence: _, ...row }) => ({
		...row,
		scheme: schemeCode,
		how: { nl: howNl, en: howEn }
	}));
}

/** The amounts that had been announced by a day; those of which no source says when, too. */
export async function listFundingSources(db: Kysely<DB>, day: Day): Promise<FundingSource[]> {
	const rows = await db
		.selectFrom('fundingSource')
		.selectAll()
		.where((is) => is.or([is('announcedOn', 'is', null), is('announcedOn', '<=', day)]))
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		code: row.code,
		name: { nl: row.nameNl, en: row.nameEn },
		...{ amountCents: row.amountCents, isAtLeast: row.isAtLeast, announcedOn: row.announcedOn },
		period: both(row.periodNl, row.periodEn),
		purpose: both(row.purposeNl, row.purposeEn),
		receiver: both(row.receiverNl, row.receiverEn),
		source: row.source
	}));
}

/** The libraries of which a user may record subsidy: those of one POI, or all (null); by name. */
export function listGrantLibraries(db: Kysely<DB>, supportInstituteId: InstituteScope) {
	const institutes = institutesIn(supportInstituteId);
	return db
		.selectFrom('library')
		.select(['id', 'name'])
		.$if(institutes !== null, (query) => query.where('supportInstituteId', 'in', institutes))
		.orderBy('name')
		.execute();
}
