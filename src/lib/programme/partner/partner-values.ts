import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import type { Values } from '#lib/base/form/read-form.ts';
import type { Partner } from './partner.ts';

/** What is known of a partner, as it would have been typed; of a new one, that it was found today. */
export function partnerValues(partner: Partner | null, today: Day, locale: string): Values {
	const day = (on: Day | null) => (on === null ? '' : formatShortDay(on, locale));
	if (!partner) return { stage: 'geidentificeerd', stageSince: day(today) };
	return {
		...{ name: partner.name, type: partner.type, mailbox: partner.mailbox ?? '' },
		...{ stage: partner.stage ?? '', stageSince: day(partner.stageSince) },
		...{ referral: partner.referral ?? '', agreementUrl: partner.agreementUrl ?? '' },
		...{ seesLibraryAs: partner.seesLibraryAs ?? '', flyerOn: day(partner.flyerOn) }
	};
}
