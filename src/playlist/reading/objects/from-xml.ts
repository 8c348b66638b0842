import type { XmlElement } from '../xml/xml.ts'

/**
 * An element in the way of JSON that APIs turn their XML into: attributes and children by their names, a list where a name
 * comes again, the text alone where there is nothing else, and else as `#text`. `lists`: what may well come again is a list
 * also where it comes once.
 */
export function toObject(element: XmlElement, lists = false, isRepeated = false): unknown {
  const { attributes, children, text } = element
  const own = text.trim()
  if (children.length === 0 && Object.keys(attributes).length === 0) return own
  const object: Record<string, unknown> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) object[name] = value
  for (const [name, all] of Map.groupBy(children, (child) => child.name)) {
    const values = all.map((child) => toObject(child, lists, all.length > 1))
    const isList = values.length > 1 || (lists && !isRepeated && OF_LISTS.test(name))
    object[name] = isList ? values : values[0]
  }
  if (own !== '') object['#text'] = own
  return object
}

const OF_LISTS = /^(?:track|entry|song|item|video|recording|row|record)$/i
