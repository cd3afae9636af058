/** Labels stand in narrow lists and tables. */
export const MAX_LABEL_LENGTH = 80;
