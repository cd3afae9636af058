/** Row numbers, of which nobody knows beforehand how many there will be. */
export class RowList {
	#rows = new Int32Array(1_024);
	#count = 0;

	add(row: number): void {
		if (this.#count === this.#rows.length) {
			const larger = new Int32Array(2 * this.#count);
			larger.set(this.#rows);
			this.#rows = larger;
		}
		this.#rows[this.#count++] = row;
	}

	toArray(): Int32Array {
		return this.#rows.slice(0, this.#count);
	}
}
