/** What XML and calendars cannot say, whatever stands in a name. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text as XML and a calendar can have it: without control characters and halves of characters. */
export const fitXml = (text: string): string => text.toWellFormed().replace(UNFIT, '');
