/** Begins every id in the drawing of this page; the legend's swatches use the patterns of the map. */
export const MAP_ID = 'nederland';
