/** A sentence about a mistake of the operator or the machine: printed as it is, without a stack. */
export class StartProblem extends Error {
	override name = 'StartProblem';
}

/**
 * Runs one step of the start. A step of more than a second is named on the screen, and every ten
 * seconds it says that it is still busy.
 */
export async function step<T>(name: string, action: () => Promise<T>): Promise<T> {
	const began = performance.now();
	const seconds = () => Math.round((performance.now() - began) / 1000);
	let told = false;
	const first = setTimeout(() => {
		told = true;
		console.log(`${name} …`);
	}, 1000);
	const again = setInterval(() => console.log(`${name} … ${seconds()} s`), 10_000);
	try {
		const result = await action();
		if (told) console.log(`${name}: done in ${seconds()} s`);
		return result;
	} finally {
		clearTimeout(first);
		clearInterval(again);
	}
}
