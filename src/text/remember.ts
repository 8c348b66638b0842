/**
 * Remembers what was made of the same few thousand texts that come again and again: artists above all. Empties
 * itself when it holds `most`.
 */
export function remember<Value extends object>(
  make: (text: string) => Value,
  most = 20_000,
): (text: string) => Value {
  const memory = new Map<string, Value>()
  return (text) => {
    const known = memory.get(text)
    if (known !== undefined) return known
    if (memory.size >= most) memory.clear()
    const made = make(text)
    memory.set(text, made)
    return made
  }
}
