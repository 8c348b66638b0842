import { type Reason, reason } from '../../../model/reason.ts'
import type { XspfFault } from '../../../model/reasons/playlist/formats.ts'
import type { XmlElement } from './xml.ts'

export const XSPF = 'http://xspf.org/ns/0/'

/** What an element may hold: only text, or children by name with how often each may come. */
type Content = 'text' | { readonly [child: string]: 'once' | 'often' }

interface Rule {
  readonly content: Content
  /** An attribute it must have, besides the ones every element may have. */
  readonly attribute?: string
  /** The shape of its text, where it has one. */
  readonly shape?: RegExp
}

const TEXT: Rule = { content: 'text' }
// XML Schema's nonNegativeInteger and dateTime, white space around them collapsed.
const INTEGER: Rule = { content: 'text', shape: /^\s*(?:\+?\d+|-0+)\s*$/ }
const DATE: Rule = {
  content: 'text',
  shape:
    /^\s*-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?\s*$/,
}

const MORE = { link: 'often', meta: 'often', extension: 'often' } as const

/** https://www.xspf.org/spec, section 4.1, as a table. */
const RULES: { readonly [element: string]: Rule } = {
  playlist: {
    attribute: 'version',
    content: {
      title: 'once',
      creator: 'once',
      annotation: 'once',
      info: 'once',
      location: 'once',
      identifier: 'once',
      image: 'once',
      date: 'once',
      license: 'once',
      attribution: 'once',
      trackList: 'once',
      ...MORE,
    },
  },
  attribution: { content: { location: 'often', identifier: 'often' } },
  trackList: { content: { track: 'often' } },
  track: {
    content: {
      location: 'often',
      identifier: 'often',
      title: 'once',
      creator: 'once',
      annotation: 'once',
      info: 'once',
      image: 'once',
      album: 'once',
      trackNum: 'once',
      duration: 'once',
      ...MORE,
    },
  },
  link: { content: 'text', attribute: 'rel' },
  meta: { content: 'text', attribute: 'rel' },
  date: DATE,
  trackNum: INTEGER,
  duration: INTEGER,
}

/** What breaks the specification first; nothing when the document keeps it. */
export function findXspfFault(root: XmlElement): Reason | undefined {
  if (root.namespace !== XSPF) return fault('namespace', root, XSPF)
  if (root.name !== 'playlist') return fault('root', root)
  const version = root.attributes.version
  if (version !== undefined && !/^\s*[01]\s*$/.test(version)) return fault('version', root)
  if (!root.children.some((child) => child.name === 'trackList'))
    return fault('no-track-list', root)
  return findFault(root)
}

const fault = (kind: XspfFault, element: XmlElement, name?: string): Reason =>
  reason('playlist.no-valid-xspf', { fault: kind, element: element.name, name })

function findFault(element: XmlElement): Reason | undefined {
  // An extension may hold anything.
  if (element.name === 'extension') return checkAttributes(element, 'application')
  const rule = RULES[element.name] ?? TEXT
  const attributes = checkAttributes(element, rule.attribute)
  if (attributes) return attributes
  if (rule.content === 'text') {
    if (element.children.length > 0) return fault('markup', element)
    return rule.shape && !rule.shape.test(element.text) ? fault('shape', element) : undefined
  }
  if (element.text.trim() !== '') return fault('text', element)
  const seen = new Set<string>()
  for (const child of element.children) {
    if (child.namespace !== XSPF || !Object.hasOwn(rule.content, child.name))
      return fault('child', element, child.name.slice(0, 40))
    if (rule.content[child.name] === 'once' && seen.has(child.name))
      return fault('repeated-child', element, child.name)
    seen.add(child.name)
    const inner = findFault(child)
    if (inner) return inner
  }
  return undefined
}

function checkAttributes(element: XmlElement, needed: string | undefined): Reason | undefined {
  const names = Object.keys(element.attributes).filter(
    (name) => !/^(?:xml(?:ns)?|xsi)(?::|$)/.test(name),
  )
  if (needed !== undefined && !names.includes(needed))
    return fault('attribute-missing', element, needed)
  const other = names.find((name) => name !== needed)
  return other === undefined ? undefined : fault('attribute', element, other.slice(0, 40))
}
