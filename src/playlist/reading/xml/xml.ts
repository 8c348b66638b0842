import { SaxesParser, type SaxesTagNS } from 'saxes'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The namespace its prefix, or the lack of one, stands for; `''` when none. */
  readonly namespace: string
  /** By their names as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** Its children of this name, in order. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The text of its first child of this name, without the space around it. */
export const textOf = (element: XmlElement, name: string): string =>
  childrenOf(element, name)[0]?.text.trim() ?? ''

/** Every element of this name below it, however deep, in order. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* descendantsOf(child, name)
  }
}

// They bound memory: a library of 11,000 tracks in iTunes' wordy form stays below them.
const MAX_ELEMENTS = 800_000
const MAX_ATTRIBUTES = 1_000_000
const MAX_REFERENCES = 1_000_000
const MAX_DEPTH = 100

/**
 * The root of a well-formed document as a tree, in order, with its namespaces resolved.
 * Entities that a document declares itself are refused: nothing is expanded, nothing outside asked for.
 */
export function parseXml(text: string): XmlElement {
  if (/<!ENTITY/i.test(text)) throw new UserError(reason('playlist.xml-entities'))
  if (countOf(text, '&', MAX_REFERENCES) === MAX_REFERENCES) throw tooMuch()
  const tree = new XmlTree()
  const parser = makeParser(tree)
  try {
    // In pieces, so that the parser can let go of what it has gone through.
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
  } catch (error) {
    if (error instanceof UserError) throw error
    const detail = error instanceof Error ? error.message.slice(0, 200) : undefined
    throw new UserError(reason('playlist.xml-damaged', { detail }), undefined, { cause: error })
  }
  return tree.root
}

const PIECE = 64 * 1024

interface OpenElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  text: string
}

const NO_CHILDREN: readonly XmlElement[] = Object.freeze([])
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})

/** A parser that tells the tree what it meets. */
function makeParser(tree: XmlTree): SaxesParser<{ xmlns: true }> {
  // Prefixes that are not declared get a namespace of their own: they are tolerated until a format cares.
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: (prefix: string) => (prefix === '' ? undefined : `undeclared:${prefix}`),
  })
  parser.on('attribute', () => tree.countAttribute())
  parser.on('opentag', (tag) => tree.open(tag))
  parser.on('text', (text) => tree.addText(text))
  parser.on('cdata', (text) => tree.addText(text))
  parser.on('closetag', () => tree.close())
  return parser
}

/** The tree as it grows, element by element, within its bounds. */
class XmlTree {
  readonly #open: OpenElement[] = []
  #root: XmlElement | undefined
  #elements = 0
  #attributes = 0

  countAttribute() {
    if (++this.#attributes > MAX_ATTRIBUTES) throw tooMuch()
  }

  open(tag: SaxesTagNS) {
    if (++this.#elements > MAX_ELEMENTS) throw tooMuch()
    if (this.#open.length === MAX_DEPTH) throw new UserError(reason('playlist.xml-too-deep'))
    const given = Object.values(tag.attributes).map(({ name, value }) => [name, value] as const)
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: given.length > 0 ? Object.fromEntries(given) : NO_ATTRIBUTES,
      children: NO_CHILDREN,
      text: '',
    }
    const parent = this.#open.at(-1)
    if (!parent) this.#root = element
    else if (parent.children === NO_CHILDREN) parent.children = [element]
    else (parent.children as XmlElement[]).push(element)
    this.#open.push(element)
  }

  addText(text: string) {
    const element = this.#open.at(-1)
    // White space between elements is most of what there is.
    if (element && (element.children === NO_CHILDREN || text.trim() !== '')) element.text += text
  }

  close() {
    this.#open.pop()
  }

  get root(): XmlElement {
    if (!this.#root) throw new UserError(reason('playlist.xml-empty'))
    return this.#root
  }
}

/** How often a character comes, counted up to a bound. */
function countOf(text: string, character: string, most: number): number {
  let count = 0
  for (
    let at = text.indexOf(character);
    at >= 0 && count < most;
    at = text.indexOf(character, at + 1)
  )
    count++
  return count
}

const tooMuch = () => new UserError(reason('playlist.xml-too-much'))
