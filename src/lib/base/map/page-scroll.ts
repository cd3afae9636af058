import type * as Leaflet from 'leaflet';

/**
 * Keeps the page scrolling where the map lies: the wheel zooms only with Ctrl (or a pinch, which
 * browsers report as such), and one finger scrolls the page while two move the map. `hint` shows a
 * text for a moment. Returns a function that stops it.
 */
export function leavePageScroll(
	map: Leaflet.Map,
	hint: (kind: 'wheel' | 'touch') => void
): () => void {
	const container = map.getContainer();
	if (matchMedia('(pointer: coarse)').matches) map.dragging.disable();

	function onWheel(event: WheelEvent) {
		if (!event.ctrlKey && !event.metaKey) return hint('wheel');
		event.preventDefault();
		const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
		const steps = Math.max(-1, Math.min(1, (-event.deltaY * lines) / 120));
		map.setZoomAround(map.mouseEventToContainerPoint(event), map.getZoom() + steps, {
			animate: false
		});
	}
	function onTouchMove(event: TouchEvent) {
		if (event.touches.length === 1 && !map.dragging.enabled()) hint('touch');
	}

	container.addEventListener('wheel', onWheel, { passive: false });
	container.addEventListener('touchmove', onTouchMove, { passive: true });
	return () => {
		container.removeEventListener('wheel', onWheel);
		container.removeEventListener('touchmove', onTouchMove);
	};
}
