import type { Format } from './format.ts'
import { exportify } from './formats/exportify.ts'
import { m3u } from './formats/m3u.ts'
import { text } from './formats/text.ts'

/** Every format that is read; the surest one takes an input, the earlier one when two are as sure. */
export const formats: readonly Format[] = [exportify, m3u, text]
