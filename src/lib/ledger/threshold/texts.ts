import { m } from '#lib/paraglide/messages.js';
import { THRESHOLDS, type Threshold } from './threshold.ts';

interface Entry {
	count: number;
	author: string;
	date: string;
}

/** What one reads where a threshold is set. */
interface ThresholdTexts {
	title: string;
	label: string;
	hint: string;
	usual: string;
	saved(count: number): string;
	entry(entry: Entry): string;
}

/** In the language of the reader. */
export function thresholdTexts(name: Threshold): ThresholdTexts {
	const { usual, ...bounds } = THRESHOLDS[name];
	return {
		silent_weeks: () => ({
			title: m.freshness_threshold_title(),
			label: m.freshness_threshold_label(),
			hint: m.freshness_threshold_hint(bounds),
			usual: m.freshness_threshold_usual({ count: usual }),
			saved: (count: number) => m.freshness_threshold_saved({ count }),
			entry: (entry: Entry) => m.freshness_threshold_entry(entry)
		}),
		cost_libraries: () => ({
			title: m.cost_threshold_title(),
			label: m.cost_threshold_label(),
			hint: m.cost_threshold_hint(bounds),
			usual: m.cost_threshold_usual({ count: usual }),
			saved: (count: number) => m.cost_threshold_saved({ count }),
			entry: (entry: Entry) => m.cost_threshold_entry(entry)
		})
	}[name]();
}
