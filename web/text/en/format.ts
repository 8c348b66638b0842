import { common as words } from '../../../src/words/en/common.ts'
import { createFormats } from '../format.ts'

export const format = createFormats('en-GB', words.units)

const { count } = format

/** `1 track`, `2,000 tracks`. */
export function plural(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`
}
