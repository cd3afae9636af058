/**
 * Stands in the page where the server puts the drawn SVG (server/map/inline-svg.ts). Write it with
 * `{@html mapToken}`: Svelte keeps what the server put there, so the outlines are sent only once.
 */
export const mapToken = '<!--ido-map-->';
