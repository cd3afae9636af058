import type { PictureParts } from './draw-picture.ts';
import { wrap } from './draw-picture.ts';
import { inks } from './palette.ts';
import { element, escapeXml } from './xml.ts';

/** What a card says beside the map; other sites show it where somebody shares a link. */
export interface MapCard {
	/** The name of the site. */
	site: string;
	heading: string;
	/** The figures that say most, at most three. */
	figures: readonly { value: string; label: string }[];
	/** At the foot: source, "voorbeeldgegevens". */
	footer: readonly string[];
}

/** What networks ask of such a picture, in pixels. */
export const CARD = { width: 1_200, height: 630 };

const margin = 56;
/** Where the map begins. */
const half = 640;

/** Puts the name of the site, a heading and figures at the left of a drawing. */
export function drawCard({
	id,
	box,
	content,
	card
}: Omit<PictureParts, 'picture'> & { card: MapCard }): string {
	const site = wrap(card.site, 44);
	const heading = wrap(card.heading, 24);
	const top = margin + 80 + heading.length * 50;
	const rows = card.figures.map(({ value, label }, index) => {
		const y = top + 40 + index * 86;
		return (
			text(value, y, { 'font-size': 44, 'font-weight': 'bold', fill: inks.text }) +
			text(label, y + 32, { 'font-size': 24 })
		);
	});
	const footer = card.footer.flatMap((line) => wrap(line, 58));
	const parts = [
		element('rect', { width: CARD.width, height: CARD.height, fill: inks.paper }),
		element('rect', { width: CARD.width, height: 12, fill: '#083c42' }),
		...site.map((line, index) =>
			text(line, margin + 10 + index * 26, {
				'font-size': 20,
				fill: '#12636b',
				'font-weight': 'bold'
			})
		),
		...heading.map((line, index) =>
			text(line, margin + 84 + index * 50, { 'font-size': 40, 'font-weight': 'bold' })
		),
		...rows,
		...footer.map((line, index) =>
			text(line, CARD.height - 24 - (footer.length - 1 - index) * 22, { 'font-size': 17 })
		),
		element(
			'svg',
			{
				...{ x: half, y: 32, width: CARD.width - half - 24, height: CARD.height - 52 },
				viewBox: `${box.minX} ${box.minY} ${box.maxX - box.minX} ${box.maxY - box.minY}`
			},
			content
		)
	];
	return element(
		'svg',
		{
			...{ xmlns: 'http://www.w3.org/2000/svg', ...CARD },
			viewBox: `0 0 ${CARD.width} ${CARD.height}`,
			...{ role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-desc` },
			'font-family': 'DejaVu Sans, Verdana, Arial, sans-serif',
			fill: inks.text
		},
		parts.join('')
	);
}

const text = (line: string, y: number, attributes: Record<string, string | number>) =>
	element('text', { x: margin, y, ...attributes }, escapeXml(line));
