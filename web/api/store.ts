/** One value that others look at, in the shape that React asks for. */
export interface Store<T> {
  readonly read: () => T
  readonly subscribe: (changed: () => void) => () => void
  set(value: T): void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    subscribe(changed) {
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
