/** What the ids of the patterns of the legend begin with. */
export const LEGEND_ID = 'dekking-legenda';
