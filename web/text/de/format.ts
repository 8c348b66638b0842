import { common as words } from '../../../src/words/de/common.ts'
import { createFormats } from '../format.ts'

export const format = createFormats('de-DE', words.units)

const { count } = format

/** `1 track`, `2,000 tracks`. */
export function plural(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`
}
