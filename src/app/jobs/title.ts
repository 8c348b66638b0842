const MAX_NAMES = 3

/** `Summer, Winter, Autumn +2`: a job's title is a name, the same in every language. */
export function joinNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ')
  return names.length > MAX_NAMES ? `${shown} +${names.length - MAX_NAMES}` : shown
}
