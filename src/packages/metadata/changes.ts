/** A recording's id, and a digest of its row. */
export interface RowDigest {
  readonly id: string
  readonly digest: string
}

export interface RowChange {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly id: string
}

/** What differs between two releases; both sorted by id, each id once. */
export async function* compareReleases(
  before: AsyncIterable<RowDigest>,
  after: AsyncIterable<RowDigest>,
): AsyncGenerator<RowChange> {
  const [olds, news] = [before[Symbol.asyncIterator](), after[Symbol.asyncIterator]()]
  const next = async (from: AsyncIterator<RowDigest>) => {
    const { value, done } = await from.next()
    return done ? undefined : (value as RowDigest)
  }
  let [was, is] = [await next(olds), await next(news)]
  while (was || is) {
    if (!is || (was && was.id < is.id)) {
      if (was) yield { kind: 'removed', id: was.id }
      was = await next(olds)
    } else if (!was || is.id < was.id) {
      yield { kind: 'added', id: is.id }
      is = await next(news)
    } else {
      if (was.digest !== is.digest) yield { kind: 'changed', id: is.id }
      was = await next(olds)
      is = await next(news)
    }
  }
}
