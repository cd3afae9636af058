import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type {
	ServiceProvider,
	TakingPart
} from '#lib/programme/service-provider/service-provider.ts';

export interface ListedProvider extends ServiceProvider {
	part: TakingPart;
}

/** The service providers, and which of them took part on the day. */
export interface Providers {
	view: View;
	today: Day;
	providers: ListedProvider[];
}
