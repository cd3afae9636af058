/** As `$app/paths` resolves an address of ours: the product lives at the root of its host. */
export const resolve = (path: string): string => path;
