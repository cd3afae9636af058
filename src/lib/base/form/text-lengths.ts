/** The most characters of the texts of an adviser; constraints of the database say the same. */
export const LONGEST_NOTE = 2_000;
/** Of a location, and of the place outside a library where it is. */
export const LONGEST_NAME = 200;
export const LONGEST_TOWN = 100;
