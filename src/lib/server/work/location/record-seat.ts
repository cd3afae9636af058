import type { Kysely, Transaction } from 'kysely';
import { institutesOf, mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import type { Seat } from '#lib/network/trait/seat.ts';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { seatErrors, type SeatForm } from '#lib/work/location/seat-form.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { cutPeriods, listPeriods } from './periods.ts';
import { appendTraits, type TraitOutcome } from './record-traits.ts';

/**
 * Moves a location to another library or municipality from a day on, as one batch. Both libraries
 * have to be of those for which the user may write; what was before stays in its periods.
 */
export async function recordSeat(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	form: SeatForm,
	today: Day
): Promise<TraitOutcome | { outcome: 'invalid'; errors: Errors }> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const newest = (await listTraits(trx, point.id, ['seat'])).at(-1);
		const periods = await listPeriods(trx, point.id);
		const seat = await findSeat(trx, form);
		const last = periods.at(-1);
		const isSame = last?.library === form.library && last?.municipality === form.municipality;
		if (isSame) return { outcome: 'unchanged' };
		if (newest && newest.id !== form.basedOn) return { outcome: 'conflict', theirs: newest };
		const errors = seatErrors(form, {
			...{ fits: seat !== undefined, startsOn: periods[0]?.from ?? null, today },
			lastMoveOn: periods.length > 1 ? (last?.from ?? null) : null
		});
		if (!seat || !form.movedOn || Object.keys(errors).length > 0) {
			return { outcome: 'invalid', errors };
		}
		if (!mayEditLibrary(user, seat)) return { outcome: 'forbidden' };
		await cutPeriods(trx, point.id, seat, form.movedOn);
		const value: Seat = {
			...{ library: seat.library, municipality: seat.municipality },
			names: [seat.libraryName, seat.municipalityName]
		};
		const row = { trait: 'seat' as const, value, validFrom: form.movedOn, replaced: periods };
		return appendTraits(trx, user, point, [row], { label: 'seat', note: form.seatNote });
	});
}

/** The library with a municipality of its work area, when both are there on the day of the move. */
async function findSeat(trx: Transaction<DB>, { library, municipality, movedOn }: SeatForm) {
	if (library === null || movedOn === null) return undefined;
	return trx
		.selectFrom('libraryMunicipality as area')
		.innerJoin('library', 'library.id', 'area.libraryId')
		.innerJoin('municipality', 'municipality.code', 'area.municipalityCode')
		.select(['library.id as library', 'library.name as libraryName', 'library.supportInstituteId'])
		.select(['municipality.code as municipality', 'municipality.name as municipalityName'])
		.where('library.id', '=', library)
		.where('municipality.code', '=', municipality)
		.where('area.validFrom', '<=', movedOn)
		.where('area.validTo', '>', movedOn)
		.where('library.activeFrom', '<=', movedOn)
		.where('library.activeTo', '>', movedOn)
		.where('municipality.validTo', '>', movedOn)
		.executeTakeFirst();
}

export interface SeatChoice {
	libraries: { id: number; name: string }[];
	municipalities: { code: string; name: string }[];
}

/** To where this user may move a location today. */
export async function listSeatChoice(db: Kysely<DB>, user: User, today: Day): Promise<SeatChoice> {
	const own = institutesOf(user);
	const libraries = await db
		.selectFrom('library')
		.select(['id', 'name'])
		.where('activeFrom', '<=', today)
		.where('activeTo', '>', today)
		.$if(own !== null, (query) => query.where('supportInstituteId', 'in', own!))
		.orderBy('name')
		.execute();
	const municipalities = await db
		.selectFrom('libraryMunicipality as area')
		.innerJoin('library', 'library.id', 'area.libraryId')
		.innerJoin('municipality', 'municipality.code', 'area.municipalityCode')
		.select(['municipality.code', 'municipality.name'])
		.distinct()
		.where('area.validFrom', '<=', today)
		.where('area.validTo', '>', today)
		.where('municipality.validTo', '>', today)
		.$if(own !== null, (query) => query.where('library.supportInstituteId', 'in', own!))
		.orderBy('municipality.name')
		.execute();
	return { libraries, municipalities };
}
