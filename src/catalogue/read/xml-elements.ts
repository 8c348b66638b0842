/** Cuts a stream of XML into its records, elements of one name that hold no other of that name. */
export class ElementSplitter {
  readonly #end: string
  readonly #most: number
  #text = ''
  #isTooLong = false

  /** `most` is how long a record may be, in letters. */
  constructor(name: string, most: number) {
    this.#end = `</${name}>`
    this.#most = most
  }

  /** The records that end in this piece of text, each with what stands before it. */
  push(text: string): readonly string[] {
    this.#text += text
    const records: string[] = []
    let from = 0
    for (
      let end = this.#text.indexOf(this.#end);
      end >= 0;
      end = this.#text.indexOf(this.#end, from)
    ) {
      const next = end + this.#end.length
      records.push(this.#text.slice(from, next))
      from = next
    }
    this.#text = this.#text.slice(from)
    this.#isTooLong = this.#text.length > this.#most
    if (this.#isTooLong) this.#text = ''
    return records
  }

  /** The last piece made a record longer than any is: what was read of it is dropped. */
  get isTooLong(): boolean {
    return this.#isTooLong
  }

  /** What stands behind the last record. */
  get rest(): string {
    return this.#text
  }
}
