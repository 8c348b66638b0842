import { readLines } from './lines.ts'

/** Lines that are records, counted without reading them. */
export function countLines(text: string, isRecord: (line: string) => boolean): number {
  let count = 0
  for (const line of readLines(text)) if (isRecord(line.trim())) count++
  return count
}

/** Opening tags of a name, in a text that is XML; what stands in comments is none. */
export function countElements(text: string, name: string): number {
  const tags = new RegExp(`<!--[\\s\\S]*?-->|<(?:[\\w.-]+:)?${name}(?=[\\s>/])`, 'gi')
  let count = 0
  for (const [tag] of text.matchAll(tags)) if (!tag.startsWith('<!--')) count++
  return count
}
