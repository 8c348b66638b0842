import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { cleanLine } from '../../text/clean.ts'

/** Characters that are read: a credit has one or two lines. */
const MAX_LENGTH = 20_000

/** What a person would see of a piece of HTML, in one line. Text without any markup stays as it is. */
export function readHtml(html: string): string {
  const text: string[] = []
  // A list of its own, since markup may be nested deeper than calls may be.
  const left: DefaultTreeAdapterTypes.ChildNode[] = [
    ...parseFragment(html.slice(0, MAX_LENGTH)).childNodes,
  ].reverse()
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text.push(node.value)
    if (!('tagName' in node) || isHidden(node)) continue
    if (!INLINE.has(node.tagName)) text.push(' ')
    left.push(...[...node.childNodes].reverse())
  }
  return cleanLine(text.join(''))
}

const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i mark q s small span strong sub sup u wbr'.split(' '),
)

const UNSEEN = new Set(['script', 'style', 'template', 'noscript'])

function isHidden({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return (
    UNSEEN.has(tagName) ||
    attrs.some(
      ({ name, value }) =>
        name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
    )
  )
}
