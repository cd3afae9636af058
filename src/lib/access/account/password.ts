/** At least this many characters; length is what makes a password strong, so there are no other rules. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
