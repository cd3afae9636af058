import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import type { Values } from '#lib/base/form/read-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { EventSaid } from './programme-event.ts';

/** What the form begins with when an event is put right. */
export function eventValues(said: EventSaid): Values {
	const day = (value: Day | null) => (value === null ? '' : formatShortDay(value, getLocale()));
	return {
		...{ kind: said.kind, startsOn: day(said.startsOn), endsOn: day(said.endsOn) },
		...{ titleNl: said.titleNl, titleEn: said.titleEn, source: said.source },
		...{ reasonNl: said.reasonNl ?? '', reasonEn: said.reasonEn ?? '' },
		confidence: said.confidence
	};
}
