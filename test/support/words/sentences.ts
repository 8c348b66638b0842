/** All that a language says without parameters, by where it stands: `shell.themes.dark`. */
export function listSentences(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[`${path}${key}`, value] as const]
    return typeof value === 'object' && value !== null ? listSentences(value, `${path}${key}.`) : []
  })
}

/** All that a language says, and of what it says with parameters the words between them. */
export function listPhrases(words: object): readonly string[] {
  return Object.values(words).flatMap((value): readonly string[] => {
    if (typeof value === 'string') return [value.trim()]
    if (typeof value === 'function') return phrasesOf(String(value))
    return typeof value === 'object' && value !== null ? listPhrases(value) : []
  })
}

/** Of a function's source: its strings and templates, cut where something is put in. */
function phrasesOf(source: string): readonly string[] {
  const strings = source.matchAll(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/gs)
  return [...strings]
    .flatMap(([string]) => string.slice(1, -1).split(/\$\{[^}]*\}+/))
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => /^[\p{L}\p{P}\s\d]+$/u.test(phrase))
}
