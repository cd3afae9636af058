/** Begins every id in the drawing of this page; the legend's swatches use the patterns of the map. */
export const MAP_ID = 'nederland';

/** What the ids of the patterns of its legend begin with: they stay as coarse when the map is zoomed. */
export const LEGEND_ID = 'nederland-legenda';
