/** Holds one thing open for those who come soon after: what a person asks about, they ask about again. */
export class KeptOpen<Kind extends AsyncDisposable> implements AsyncDisposable {
  readonly #open: (key: string, signal: AbortSignal) => Promise<Kind>
  readonly #idleMs: number
  #now: { readonly key: string; readonly thing: Promise<Kind>; users: number } | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(open: (key: string, signal: AbortSignal) => Promise<Kind>, idleMs: number) {
    this.#open = open
    this.#idleMs = idleMs
  }

  /** The thing of this key, for as long as the work lasts. */
  async use<Result>(
    key: string,
    signal: AbortSignal,
    work: (thing: Kind) => Promise<Result>,
  ): Promise<Result> {
    clearTimeout(this.#timer)
    if (this.#now?.key !== key) {
      this.#drop()
      this.#now = { key, thing: this.#open(key, signal), users: 0 }
    }
    const mine = this.#now
    mine.users++
    try {
      return await work(await mine.thing)
    } catch (error) {
      // What could not be opened, or was left while it was, is opened anew for the next.
      if (this.#now === mine) this.#now = undefined
      throw error
    } finally {
      mine.users--
      if (this.#now !== mine) await close(mine)
      else this.#closeLater()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#timer)
    const last = this.#now
    this.#now = undefined
    if (last) await close(last)
  }

  #closeLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#now?.users === 0) this.#drop()
    }, this.#idleMs)
    this.#timer.unref()
  }

  #drop(): void {
    const old = this.#now
    this.#now = undefined
    if (old) void close(old)
  }
}

/** Once nobody uses it. */
async function close({
  thing,
  users,
}: {
  readonly thing: Promise<AsyncDisposable>
  readonly users: number
}): Promise<void> {
  if (users > 0) return
  await thing.then(
    (open) => open[Symbol.asyncDispose](),
    () => {},
  )
}
