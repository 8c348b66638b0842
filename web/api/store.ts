/** One value that others look at, in the shape that React asks for. */
export interface Cell<T> {
  readonly read: () => T
  readonly listen: (changed: () => void) => () => void
  set(value: T): void
}

export function createCell<T>(first: T): Cell<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    listen(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}
