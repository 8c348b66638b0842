import { SaxesParser } from 'saxes'

/** An element with its text and the elements in it. */
export interface XmlElement {
  readonly name: string
  readonly text: string
  readonly children: readonly XmlElement[]
}

interface Open {
  readonly name: string
  text: string
  readonly children: XmlElement[]
}

const MAX_DEPTH = 8

/** The root element of an answer of S3; undefined where it is no XML, or deeper than any answer of S3 is. */
export function readXml(bytes: Uint8Array): XmlElement | undefined {
  const parser = new SaxesParser({})
  const open: Open[] = [{ name: '', text: '', children: [] }]
  let fault: unknown
  parser.on('error', (error) => {
    fault ??= error
  })
  parser.on('opentag', ({ name }) => {
    if (open.length > MAX_DEPTH) fault ??= new Error('too deep')
    else open.push({ name, text: '', children: [] })
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    const last = open.length > 1 ? open.pop() : undefined
    if (last) open.at(-1)?.children.push(last)
  })
  try {
    parser.write(new TextDecoder().decode(bytes)).close()
  } catch (error) {
    fault ??= error
  }
  return fault ? undefined : open[0]?.children[0]
}

export const childOf = (element: XmlElement | undefined, name: string) =>
  element?.children.find((child) => child.name === name)

export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.text
