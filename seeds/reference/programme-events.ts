import { BEFORE_2020 } from './programme-events/before-2020.ts';
import type { ReferenceEvent } from './programme-events/event.ts';
import { OF_2020 } from './programme-events/of-2020.ts';
import { OF_2021 } from './programme-events/of-2021.ts';
import { PHASES } from './programme-events/phases.ts';
import { SINCE_2022 } from './programme-events/since-2022.ts';

/** Dated events of the programme, in order. Where sources disagree both are kept. */
export const PROGRAMME_EVENTS: ReferenceEvent[] = [
	...PHASES,
	...BEFORE_2020,
	...OF_2020,
	...OF_2021,
	...SINCE_2022
];
