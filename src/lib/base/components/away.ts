/**
 * Opens a page that this browser has kept, while there is no network; answers false when it has none.
 * Set by who keeps pages.
 */
export const away: { open?: (url: URL) => Promise<boolean> } = {};
