import type { ReasonCode } from '../../../src/model/reason.ts'
import type { Recording } from '../../../src/model/recording.ts'
import type { Assertion, Unanswered, Verdict } from '../../../src/model/verdict.ts'

export interface Trap {
  readonly name: string
  readonly source: string
  readonly item: Partial<Recording>
  readonly assertions?: readonly Assertion[]
  readonly unanswered?: readonly Unanswered[]
  /** ISO 8601 date; the day the terms were read where it does not matter. */
  readonly today?: string
  readonly action: Verdict['action']
  /** The reason that decides, with what of its parameters matters. */
  readonly because: { readonly code: ReasonCode; readonly params?: object }
}

/** As MusicBrainz makes it of a recording that no label has published. */
export const assertion = (over: Partial<Assertion> = {}): Assertion => ({
  by: 'musicbrainz',
  artists: ['Ina Voss'],
  published: true,
  labels: [],
  licences: [],
  ...over,
})

type Row = Omit<Trap, 'source'>

/** The rows of one source. */
export const from = (source: string, rows: readonly Row[]): readonly Trap[] =>
  rows.map((row) => ({ source, ...row }))

export const by = 'https://creativecommons.org/licenses/by/4.0/'
export const byNcNd = 'http://creativecommons.org/licenses/by-nc-nd/3.0/'
export const mark = 'http://creativecommons.org/publicdomain/mark/1.0/'
export const zero = 'http://creativecommons.org/publicdomain/zero/1.0/'
