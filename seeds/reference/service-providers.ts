import { isDay } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';

/** Service providers and programme bodies; `joinedOn` only where the source gives a day. */
export function serviceProviderRows(files: Pick<Files, 'serviceProviders'>) {
	return files.serviceProviders.map((provider) => ({
		abbreviation: provider.abbreviation,
		fullName: provider.full_name,
		whatFor: provider.what_for,
		role: provider.role,
		joined: provider.joined,
		joinedOn: provider.joined && isDay(provider.joined) ? provider.joined : null,
		source:
			provider.what_for_confidence === 'recalled'
				? `${provider.source} ; what it is for: general knowledge`
				: provider.source,
		confidence: provider.confidence
	}));
}
