/**
 * Turns work that reports through a callback into a stream: yields what is emitted, in order, and
 * returns or throws what the work does. Leaving the stream early does not stop the work: give it a signal.
 */
export async function* streamEvents<Event, Result>(
  work: (emit: (event: Event) => void) => Promise<Result>,
): AsyncGenerator<Event, Result> {
  let waiting: Event[] = []
  let wake = () => {}
  let done = false
  const result = work((event) => {
    waiting.push(event)
    wake()
  }).finally(() => {
    done = true
    wake()
  })
  // Handled below; without this an early failure would count as unhandled while events are still being read.
  result.catch(() => {})
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
}
