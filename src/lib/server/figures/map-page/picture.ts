import { mapAttribution } from '#lib/base/map/attribution.ts';
import { formatDay } from '#lib/base/day/day.ts';
import type { MapPicture } from '#lib/base/map/draw-picture.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { drawView, viewSentences, viewTitle } from './draw-view.ts';
import type { MapFile } from './read-map-file.ts';

/** Pixels; large enough for print. */
const PICTURE_WIDTH = 1_600;

/** The map of a view as a drawing that stands on its own: dates, sentence, legend and source in it. */
export function drawPictureOf(
	file: Pick<MapFile, 'standings' | 'content' | 'view' | 'today' | 'demoData'>
): string {
	const { standings, content, view, today, demoData } = file;
	const inWords = (day: string) => formatDay(day, getLocale());
	const date = inWords(view.asOf.validOn);
	const picture: MapPicture = {
		width: PICTURE_WIDTH,
		heading: viewTitle(view, today),
		lines: [
			m.view_source_dates({ date, known: inWords(view.asOf.knownOn ?? today) }),
			...viewSentences(standings, view, today)
		],
		footer: [
			m.view_source(),
			mapAttribution(standings.geometry),
			m.view_source_definition(),
			...(demoData ? [m.view_source_demo()] : [])
		].filter(Boolean),
		legend: content.legend
	};
	return drawView(standings, content, view, today, { picture });
}
