/** The JSON with its nth value, counted through it, replaced. */
export function replaceValue(root: unknown, place: number, value: unknown): unknown {
  let count = 0
  JSON.stringify(root, (_, each) => {
    count++
    return each
  })
  let left = place % count
  return JSON.parse(JSON.stringify(root, (_, each) => (left-- === 0 ? value : each)))
}
