/**
 * Runs `work` over `items`, `width` at a time, and yields results as they come.
 * When the caller stops listening or one item throws, nothing new is started and what runs is awaited.
 */
export async function* inParallel<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const running = new Set<Promise<void>>()
  // Not a race of all that run: each race would leave its traces at the slowest of them until that ends.
  const ended: (() => Result)[] = []
  let wake = () => {}
  const start = (item: Item, index: number) => {
    const end = (result: () => Result) => {
      ended.push(result)
      running.delete(one)
      wake()
    }
    const one = work(item, index).then(
      (result) => end(() => result),
      (error: unknown) =>
        end(() => {
          throw error
        }),
    )
    running.add(one)
  }
  const takeOne = async () => {
    if (ended.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return (ended.shift() as () => Result)()
  }
  let index = 0
  try {
    for await (const item of items) {
      start(item, index++)
      if (running.size + ended.length >= width) yield await takeOne()
    }
    while (running.size + ended.length > 0) yield await takeOne()
  } finally {
    await Promise.all(running)
  }
}
