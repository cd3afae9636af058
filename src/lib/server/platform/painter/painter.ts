import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { largeWork } from '#lib/server/platform/thread/turns.ts';
import { WorkThread } from '#lib/server/platform/thread/work-thread.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import type { PaintQuestion } from './paint-worker.ts';

/** Pictures that may be waited for at once; each takes more than half a second. */
const MOST_WAITING = 8;

/** Makes pictures outside the thread that answers pages. */
export class Painter {
	readonly #thread = new WorkThread<PaintQuestion, Uint8Array<ArrayBuffer>>(
		'#lib/server/platform/painter/paint-worker.ts',
		{ turns: largeWork }
	);

	/** The PNG of a drawing that stands on its own, `width` pixels wide. Throws {@link TooBusy}. */
	async paint(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
		if (this.#thread.waiting >= MOST_WAITING) throw new TooBusy('too many pictures at once');
		return await this.#thread.ask({ svg, width });
	}

	/** Ends the thread; who still waits is refused. */
	stop(): Promise<void> {
		return this.#thread.stop();
	}
}

let painter: Painter | undefined;

/** The painter of this process; its thread ends with the process. */
export function getPainter(): Painter {
	if (painter) return painter;
	const opened = new Painter();
	onShutdown(() => {
		painter = undefined;
		return opened.stop();
	});
	painter = opened;
	return opened;
}
