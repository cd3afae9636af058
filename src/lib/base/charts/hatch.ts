/** Pixels between two lines of a hatch. */
const STEP = 8;

/** Slanting lines over a sample of 40 × 16, as an SVG path. */
export const HATCH_LINES = 'M0 8l8 -8M0 16l16 -16M8 16l16 -16M16 16l16 -16M24 16l16 -16M32 16l8 -8';

/**
 * Slanting lines as what a canvas fills with; only in the browser. Where a pattern cannot be made it
 * is the colour of the paper, and legend and table still say what it would.
 */
export function hatchPattern(
	context: CanvasRenderingContext2D,
	ink: string,
	paper: string
): CanvasPattern | string {
	const tile = document.createElement('canvas');
	tile.width = STEP;
	tile.height = STEP;
	const pen = tile.getContext('2d');
	if (!pen) return paper;
	pen.fillStyle = paper;
	pen.fillRect(0, 0, STEP, STEP);
	pen.strokeStyle = ink;
	// The corners too, so that the lines go on in the next tile.
	pen.stroke(
		new Path2D(`M0 ${STEP}L${STEP} 0M-1 1L1 -1M${STEP - 1} ${STEP + 1}L${STEP + 1} ${STEP - 1}`)
	);
	return context.createPattern(tile, 'repeat') ?? paper;
}
