/** Where a key leads from one of `count` rows; undefined for a key that leads nowhere. `page` is in rows. */
export function nextIndex(
  key: string,
  from: number,
  count: number,
  page: number,
): number | undefined {
  const last = count - 1
  const within = (at: number) => Math.max(0, Math.min(last, at))
  switch (key) {
    case 'ArrowDown':
      return within(from + 1)
    case 'ArrowUp':
      return within(from - 1)
    case 'PageDown':
      return within(from + page)
    case 'PageUp':
      return within(from - page)
    case 'Home':
      return 0
    case 'End':
      return within(last)
    default:
      return undefined
  }
}
