/**
 * Turns work that reports through a callback into a stream: yields what is emitted, in order, and
 * returns or throws what the work does. Leaving the stream early aborts `left`, and waits until the
 * work has ended: nothing goes on behind the back of a caller that has gone.
 */
export async function* streamEvents<Event, Result>(
  work: (emit: (event: Event) => void, left: AbortSignal) => Promise<Result>,
): AsyncGenerator<Event, Result> {
  const leaving = new AbortController()
  let waiting: Event[] = []
  let wake = () => {}
  let done = false
  const result = work((event) => {
    waiting.push(event)
    wake()
  }, leaving.signal).finally(() => {
    done = true
    wake()
  })
  // Handled below; without this an early failure would count as unhandled while events are still being read.
  result.catch(() => {})
  try {
    for (;;) {
      const ready = waiting
      waiting = []
      yield* ready
      if (waiting.length > 0) continue
      if (done) return await result
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    leaving.abort()
    await result.catch(() => {})
  }
}
