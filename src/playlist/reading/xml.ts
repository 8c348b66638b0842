import { SaxesParser } from 'saxes'
import { UserError } from '../../words/user-error.ts'

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

// They bound memory: a library of 11,000 tracks in iTunes' wordy form stays below them.
const MOST_ELEMENTS = 800_000
const MOST_ATTRIBUTES = 1_000_000
const MOST_REFERENCES = 1_000_000
const DEEPEST = 100

/**
 * The root of a well-formed document as a tree, in order, with its namespaces resolved.
 * Entities that a document declares itself are refused: nothing is expanded, nothing outside asked for.
 */
export function parseXml(text: string): XmlElement {
  if (/<!ENTITY/i.test(text))
    throw new UserError('The XML declares entities of its own; such files are refused.')
  if (countOf(text, '&', MOST_REFERENCES) === MOST_REFERENCES) throw tooMuch()
  const tree = growTree()
  try {
    // In pieces: what the parser has gone through can be let go.
    for (let at = 0; at < text.length; at += PIECE) tree.parser.write(text.slice(at, at + PIECE))
    tree.parser.close()
  } catch (error) {
    if (error instanceof UserError) throw error
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown error'
    throw new UserError(`The XML is damaged, at line and column ${why}`, undefined, {
      cause: error,
    })
  }
  return tree.root()
}

const PIECE = 64 * 1024

interface Growing {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  text: string
}

const NO_CHILDREN: readonly XmlElement[] = Object.freeze([])
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})

function growTree() {
  // Prefixes that are not declared are given a namespace nobody has: tolerated until a format cares.
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: (prefix: string) => (prefix === '' ? undefined : `undeclared:${prefix}`),
  })
  const open: Growing[] = []
  let root: XmlElement | undefined
  let elements = 0
  let attributes = 0
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw tooMuch()
  })
  parser.on('opentag', (tag) => {
    if (++elements > MOST_ELEMENTS) throw tooMuch()
    if (open.length === DEEPEST) throw new UserError('The XML is nested too deeply for a playlist.')
    const given = Object.values(tag.attributes).map(({ name, value }) => [name, value] as const)
    const element: Growing = {
      name: tag.local,
      namespace: tag.uri,
      attributes: given.length > 0 ? Object.fromEntries(given) : NO_ATTRIBUTES,
      children: NO_CHILDREN,
      text: '',
    }
    const parent = open.at(-1)
    if (!parent) root = element
    else if (parent.children === NO_CHILDREN) parent.children = [element]
    else (parent.children as XmlElement[]).push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    // White space between elements is most of what there is.
    if (element && (element.children === NO_CHILDREN || text.trim() !== '')) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  return {
    parser,
    root: (): XmlElement => {
      if (!root) throw new UserError('The XML is damaged: it has no element.')
      return root
    },
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

const tooMuch = () => new UserError('The XML holds too much for a playlist.')
