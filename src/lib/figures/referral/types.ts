import type { View } from '#lib/base/selection/view.ts';
import type { PartnerType, Stage } from '#lib/programme/partner/partner.ts';

/** A library with the partners that it had on D, as known on K. */
export interface NetworkLibrary {
	name: string;
	province: string;
	partners: readonly NetworkPartner[];
}

export interface NetworkPartner {
	type: PartnerType;
	stage: Stage;
	/** Days in this stage, on D. */
	days: number;
}

/** Everything that the page about the local networks shows. */
export interface Networks {
	view: View;
	today: string;
	demoData: boolean;
	/** By name; also a library of which no partner is known. */
	libraries: readonly NetworkLibrary[];
}
