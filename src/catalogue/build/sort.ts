/** Below this, counting 65,536 values costs more than it saves. */
const SMALL = 4096

/** The stable order of 32-bit keys, as indices; `order` is a first order to keep among equals. */
export function sortOrder(keys: Uint32Array, order = countUp(keys.length)): Uint32Array {
  if (keys.length < SMALL) {
    // Sorting is stable, so equal keys keep the given order.
    return order.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || 0)
  }
  return sortBy(keys, sortBy(keys, order, 0), 16)
}

function countUp(length: number): Uint32Array {
  const order = new Uint32Array(length)
  for (let at = 0; at < length; at++) order[at] = at
  return order
}

/** One pass of a radix sort over the sixteen bits from `shift` on. */
function sortBy(keys: Uint32Array, order: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(65_537)
  for (let at = 0; at < keys.length; at++) {
    const digit = (((keys[at] as number) >>> shift) & 0xffff) + 1
    starts[digit] = (starts[digit] as number) + 1
  }
  for (let digit = 1; digit <= 65_536; digit++) {
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number)
  }
  const sorted = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at++) {
    const index = order[at] as number
    const digit = ((keys[index] as number) >>> shift) & 0xffff
    const to = starts[digit] as number
    starts[digit] = to + 1
    sorted[to] = index
  }
  return sorted
}
