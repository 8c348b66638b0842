/** A piece of a title: outside brackets, in brackets, or behind a dash. */
export interface Segment {
  readonly kind: 'main' | 'bracket' | 'dash'
  readonly text: string
  /** Which of the outermost brackets it stands in, counted from 1; 0 outside. */
  readonly bracket: number
}

const OPEN = '([{（【［〔《「『'
const CLOSE = ')]}）】］〕》」』'

/** `Song -TV ver.-`, `Song ～ballad～`, `Song <live>`: brackets of Japanese releases. */
const OTHER_BRACKETS = /(?<=\s)-(?=\S)([^-]*[^-\s])-\s*$|[～〜]([^～〜]+)[～〜]|<([^<>]+)>/g

const withBrackets = (title: string) =>
  title.replace(OTHER_BRACKETS, (_, ...inner: (string | undefined)[]) => `(${inner.find(Boolean)})`)

/** Brackets, nested ones too, and what stands behind a dash with spaces around it. */
export function splitSegments(given: string): Segment[] {
  const title = /[～〜<]|-\s*$/.test(given) ? withBrackets(given) : given
  const segments: Segment[] = []
  const stack: Segment['kind'][] = []
  const texts: string[] = ['']
  let outer: Segment['kind'] = 'main'
  let brackets = 0
  const flush = (kind: Segment['kind']) => {
    const text = texts.at(-1) ?? ''
    const bracket = kind === 'bracket' ? brackets : 0
    if (text.trim() !== '') segments.push({ kind, text: text.trim(), bracket })
    texts[texts.length - 1] = ''
  }
  for (let at = 0; at < title.length; at++) {
    const char = title[at] ?? ''
    if (OPEN.includes(char)) {
      // The order of the parts is the order of their first letters.
      flush(stack.at(-1) ?? outer)
      if (stack.length === 0) brackets++
      stack.push('bracket')
      continue
    }
    if (CLOSE.includes(char)) {
      flush(stack.pop() ?? outer)
      continue
    }
    if (stack.length === 0 && isDash(title, at)) {
      flush(outer)
      outer = segments.length > 0 ? 'dash' : 'main'
      continue
    }
    texts[texts.length - 1] += char
  }
  flush(stack.pop() ?? outer)
  return segments
}

function isDash(title: string, at: number): boolean {
  const char = title[at] ?? ''
  return '-–—~'.includes(char) && /\s/.test(title[at - 1] ?? '') && /\s/.test(title[at + 1] ?? '')
}
