/**
 * All that a language says without parameters, by where it stands: `shell.themes.dark`. What a function says is
 * left out.
 */
export function listSentences(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[`${path}${key}`, value] as const]
    return typeof value === 'object' && value !== null ? listSentences(value, `${path}${key}.`) : []
  })
}
