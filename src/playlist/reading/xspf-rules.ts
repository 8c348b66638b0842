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

/** What breaks the specification first, in words for the user; nothing when the document keeps it. */
export function findXspfFault(root: XmlElement): string | undefined {
  if (root.namespace !== XSPF) return `its namespace is not ${XSPF}`
  if (root.name !== 'playlist') return `it begins with <${root.name}>, not with <playlist>`
  const version = root.attributes.version
  if (version !== undefined && !/^\s*[01]\s*$/.test(version))
    return 'its version is neither 0 nor 1'
  if (!root.children.some((child) => child.name === 'trackList')) return 'it has no <trackList>'
  return findFault(root)
}

function findFault(element: XmlElement): string | undefined {
  const tag = `<${element.name}>`
  // An extension may hold anything.
  if (element.name === 'extension') return checkAttributes(element, 'application')
  const rule = RULES[element.name] ?? TEXT
  const attributes = checkAttributes(element, rule.attribute)
  if (attributes) return attributes
  if (rule.content === 'text') {
    if (element.children.length > 0) return `${tag} has markup in its text`
    return rule.shape && !rule.shape.test(element.text)
      ? `the text of ${tag} has not its shape`
      : undefined
  }
  if (element.text.trim() !== '') return `${tag} has text of its own`
  const seen = new Set<string>()
  for (const child of element.children) {
    if (child.namespace !== XSPF || !Object.hasOwn(rule.content, child.name))
      return `${tag} may not hold <${child.name.slice(0, 40)}>`
    if (rule.content[child.name] === 'once' && seen.has(child.name))
      return `${tag} has more than one <${child.name}>`
    seen.add(child.name)
    const fault = findFault(child)
    if (fault) return fault
  }
  return undefined
}

function checkAttributes(element: XmlElement, needed: string | undefined): string | undefined {
  const names = Object.keys(element.attributes).filter(
    (name) => !/^(?:xml(?:ns)?|xsi)(?::|$)/.test(name),
  )
  if (needed !== undefined && !names.includes(needed))
    return `<${element.name}> lacks the attribute ${needed}`
  const other = names.find((name) => name !== needed)
  return other === undefined
    ? undefined
    : `<${element.name}> may not have the attribute ${other.slice(0, 40)}`
}
