import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { latestDay, type Day } from '#lib/base/day/day.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { locationProblems } from '#lib/work/update/location-problems.ts';
import type { Problem } from '#lib/work/update/rules.ts';
import type { LocationValues } from '#lib/work/update/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { findFirstPlace } from './first-place.ts';
import { listWorkArea, listWorkPoints, lockWriters } from './queries.ts';
import { authorOf } from './service.ts';

export type AddLocationOutcome =
	{ outcome: 'added'; informationPointId: number } | { outcome: 'invalid'; problems: Problem[] };

/**
 * Adds a location to a library, with the plan of its opening: a location exists from what is
 * recorded about it. It is put in its town until somebody knows better.
 */
export async function addLocation(
	db: Kysely<DB>,
	user: User,
	library: WorkSubject,
	values: LocationValues,
	today: Day
): Promise<AddLocationOutcome> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const known = await readKnown(trx, library, today);
		const problems = locationProblems(values, known);
		const municipality = known.area.find(({ code }) => code === values.municipalityCode);
		if (!municipality || problems.length > 0) return { outcome: 'invalid', problems };
		const { demoData } = await trx
			.selectFrom('installation')
			.select('demoData')
			.executeTakeFirstOrThrow();
		const point = await trx
			.insertInto('informationPoint')
			.values({
				...{ name: values.name, town: values.town, locationType: values.locationType },
				...{ serviceVariant: values.serviceVariant, hostName: values.hostName },
				...(await findFirstPlace(trx, municipality, values.town, today)),
				// With demo data around it, nothing that is typed here can be told from invention.
				invented: demoData,
				templateId: library.templateId,
				source: user.organisation,
				confidence: 'reported',
				createdBy: user.id
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await trx
			.insertInto('informationPointPeriod')
			.values({
				informationPointId: point.id,
				libraryId: library.library.id,
				municipalityCode: municipality.code,
				// As far back as its library and municipality go, so that an opening may be back-dated.
				validFrom: known.startsOn(municipality.code)
			})
			.execute();
		await appendEvents(trx, authorOf(user), [
			{
				...{ subject: pointOf(point.id), milestoneCode: 'opening' },
				// Recorded today, whenever it was agreed.
				...{ kind: 'planned', effectiveOn: values.agreedOn ?? today, targetOn: values.targetOn }
			}
		]);
		return { outcome: 'added', informationPointId: point.id };
	});
}

/** What is wrong with the fields that can be read, without adding anything. */
export async function checkLocation(
	db: Kysely<DB>,
	library: WorkSubject,
	values: Partial<LocationValues>,
	today: Day
): Promise<Problem[]> {
	return locationProblems(values, await readKnown(db, library, today));
}

async function readKnown(db: Kysely<DB>, library: WorkSubject, today: Day) {
	const area = await listWorkArea(db, library.library.id, today);
	const points = await listWorkPoints(db, library.library.id, today);
	const startsOn = (code: string | undefined): Day => {
		const municipality = area.find((one) => one.code === code);
		return latestDay([FIRST_DAY, library.startsOn, municipality?.validFrom ?? null]) ?? FIRST_DAY;
	};
	return { exists: library.exists, area, names: points.map(({ name }) => name), today, startsOn };
}
