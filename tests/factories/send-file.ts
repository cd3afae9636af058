/** Sends a file as the form of the page of files does; `origin` is the address of the app. */
export async function sendFile(
	origin: string,
	cookie: string,
	{ name, bytes }: { name: string; bytes: Uint8Array }
): Promise<{ status: number; location: string | null; text: string }> {
	const body = new FormData();
	body.set('file', new File([Uint8Array.from(bytes)], name));
	const response = await fetch(`${origin}/mijn-bibliotheken/bestanden?/send`, {
		...{ method: 'POST', redirect: 'manual', body },
		headers: { origin, cookie, accept: 'text/html' }
	});
	const location = response.headers.get('location');
	return { status: response.status, location, text: await response.text() };
}
