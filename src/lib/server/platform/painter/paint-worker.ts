import { answerQuestions } from '#lib/server/platform/thread/answer-questions.ts';
import { collectGarbage } from '#lib/server/platform/thread/collect-garbage.ts';
import { renderPng } from './render-png.ts';

/** A drawing, and how wide its picture is to be. */
export interface PaintQuestion {
	svg: string;
	/** Pixels. */
	width: number;
}

/** Runs in a thread of its own: one picture takes more than half a second of the processor. */
answerQuestions(({ svg, width }: PaintQuestion): Uint8Array<ArrayBuffer> => {
	const picture = Uint8Array.from(renderPng(svg, width));
	// A drawing of 15 MB of pixels is a few hundred bytes to the engine.
	collectGarbage();
	return picture;
});
