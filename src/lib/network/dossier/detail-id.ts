/** Begins every id in the map of a dossier; a page has one. */
export const DETAIL_ID = 'omgeving';
