import { readLines } from '../lines.ts'

/** Lines that are records, counted without reading them. */
export function countLines(text: string, isRecord: (line: string) => boolean): number {
  let count = 0
  for (const line of readLines(text)) if (isRecord(line.trim())) count++
  return count
}
