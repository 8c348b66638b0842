/**
 * Runs `work` over `items`, `width` at a time, and yields results as they come.
 * When the caller stops listening or one item throws, nothing new is started and what runs is awaited.
 */
export async function* inParallel<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<{ readonly index: number; readonly result: Result }>>()
  let next = 0
  const finishOne = async () => {
    const { index, result } = await Promise.race(running.values())
    running.delete(index)
    return result
  }
  try {
    for await (const item of items) {
      const index = next++
      running.set(
        index,
        work(item, index).then((result) => ({ index, result })),
      )
      if (running.size >= width) yield await finishOne()
    }
    while (running.size > 0) yield await finishOne()
  } finally {
    await Promise.allSettled(running.values())
  }
}
