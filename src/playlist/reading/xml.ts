import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { UserError } from '../../model/errors.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The namespace its prefix, or the lack of one, stands for. */
  readonly namespace: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** Bounds memory; 100,000 tracks of XSPF have fewer. */
const MOST_TAGS = 2_000_000

/**
 * The root of a well-formed document, as a tree that keeps the order and the namespaces.
 * Declared entities are refused, so that nothing is expanded and nothing outside is asked for.
 */
export function parseXml(text: string): XmlElement {
  if (/<!ENTITY/i.test(text))
    throw new UserError('The XML declares entities of its own; such files are refused.')
  let tags = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags++
  if (tags > MOST_TAGS) throw new UserError('The XML holds too much for a playlist.')
  try {
    const valid = XMLValidator.validate(text)
    if (valid !== true) throw damaged(`${valid.err.msg.slice(0, 200)} (line ${valid.err.line})`)
    const [root] = elementsOf(parser().parse(text), {})
    if (root) return root
  } catch (error) {
    if (error instanceof UserError) throw error
    throw damaged(error instanceof Error ? error.message.slice(0, 200) : 'unknown error')
  }
  throw damaged('it has no element')
}

const damaged = (why: string) => new UserError(`The XML cannot be read: ${why}`)

const parser = () =>
  new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Numeric references are only decoded with it.
    htmlEntities: true,
    maxNestedTags: 64,
  })

/** fast-xml-parser's ordered form: one object a node, its key the name, its attributes under `:@`. */
type Node = Readonly<Record<string, unknown>>
type Prefixes = Readonly<Record<string, string>>

function elementsOf(nodes: unknown, prefixes: Prefixes): XmlElement[] {
  if (!Array.isArray(nodes)) return []
  return (nodes as Node[]).flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
    return tag === undefined ? [] : [elementOf(node, tag, prefixes)]
  })
}

function elementOf(node: Node, tag: string, outer: Prefixes): XmlElement {
  const attributes = (node[':@'] ?? {}) as Record<string, string>
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name))
  const prefixes =
    declared.length === 0
      ? outer
      : { ...outer, ...Object.fromEntries(declared.map(([name, uri]) => [name.slice(6), uri])) }
  const colon = tag.indexOf(':')
  const nodes = node[tag]
  return {
    name: tag.slice(colon + 1),
    namespace: prefixes[colon < 0 ? '' : tag.slice(0, colon)],
    attributes,
    children: elementsOf(nodes, prefixes),
    text: Array.isArray(nodes)
      ? (nodes as Node[]).map((child) => String(child['#text'] ?? '')).join('')
      : '',
  }
}
