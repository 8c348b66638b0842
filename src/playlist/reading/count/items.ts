/** A list or an object that is open. */
interface Open {
  readonly place: string
  readonly isList: boolean
  key: string
}

/**
 * How many values a JSON text has at the places that are named: `playlists[].items[]` are the elements of the lists
 * `items`, `[]` those of a text that is a list itself. It goes through the signs of the text, and shares nothing with the
 * parser that the readers use: what a second key of the same name hides is counted too. The text has been found to be JSON.
 */
export function countItems(text: string, ...places: readonly string[]): number {
  const wanted = new Set(places)
  const deepest = Math.max(...places.map((place) => place.split(/\.|\[/).length))
  const open: Open[] = []
  let count = 0
  let isKey = false
  // Strings, signs, and what else is a value.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const top = open.at(-1)
    if (token === ',') isKey = top?.isList === false
    else if (token === '}' || token === ']') {
      open.pop()
      isKey = false
    } else if (token === ':') isKey = false
    else if (isKey && top) top.key = token.slice(1, -1)
    else {
      const place = open.length <= deepest ? placeIn(top) : ''
      if (wanted.has(place)) count++
      if (token === '{' || token === '[') open.push({ place, isList: token === '[', key: '' })
      isKey = token === '{'
    }
  }
  return count
}

function placeIn(top: Open | undefined): string {
  if (!top) return ''
  if (top.isList) return `${top.place}[]`
  return top.place === '' ? top.key : `${top.place}.${top.key}`
}
