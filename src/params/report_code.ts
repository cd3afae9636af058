/** What stands in the public address of a report: 16 bytes that nobody can guess. */
export const match = (code: string): boolean => /^[\w-]{22}$/.test(code);
