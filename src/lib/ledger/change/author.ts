/**
 * What stands as the organisation of the author at what was loaded from public sources: nobody of
 * the rollout said it.
 */
export const PUBLIC_SOURCES = 'Openbare bron';
