/** An opening tag as it stands in the text. */
export interface Tag {
  /** In lower case, without its prefix. */
  readonly name: string
  /** The attributes as they are written. */
  readonly attributes: string
  /** The text up to the next tag. */
  readonly text: string
}

// Comments, what is quoted as it is, and declarations hold no elements.
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g

/**
 * Opening tags of XML that has been found well-formed, each with those around it, the outermost first. It looks for
 * marks in the text, and shares nothing with the parser that the readers use.
 */
export function* walkTags(text: string): Generator<readonly [Tag, readonly Tag[]]> {
  const open: Tag[] = []
  for (const found of text.matchAll(MARKUP)) {
    const [markup, slash, name, attributes = ''] = found
    if (name === undefined) continue
    if (slash) {
      open.pop()
      continue
    }
    const end = found.index + markup.length
    const next = text.indexOf('<', end)
    const tag = {
      name: name.toLowerCase(),
      attributes,
      text: text.slice(end, next < 0 ? undefined : next),
    }
    yield [tag, open]
    if (!attributes.endsWith('/')) open.push(tag)
  }
}

/** How many elements there are of a name, in lower case, of those that `counts`. */
export function countTags(
  text: string,
  name: string,
  counts: (parents: readonly Tag[], tag: Tag) => boolean = () => true,
): number {
  let count = 0
  for (const [tag, parents] of walkTags(text))
    if (tag.name === name && counts(parents, tag)) count++
  return count
}

/** An attribute as it is written; nothing where the tag has none of this name. */
export const attributeIn = (tag: Tag | undefined, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)`, 'i').exec(tag?.attributes ?? '')?.[1]
