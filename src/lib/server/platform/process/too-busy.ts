/** More was asked at once than this process does at once; it may well succeed a moment later. */
export class TooBusy extends Error {
	override name = 'TooBusy';
}
