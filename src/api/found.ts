import { z } from 'zod'
import type { Reason } from '../model/reason.ts'
import type { Verdict } from '../model/verdict.ts'
import type { CandidateDetails } from './details.ts'

const words = z.string().max(500)

/** What a person looks for, or has in hand, for one row. */
export const HandSearch = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    title: words.min(1),
    artist: words,
    in: z.enum(['library', 'catalogue', 'open']),
  }),
  /** The address of an item of an open host or of a MusicBrainz recording, an MBID or an ISRC. */
  z.object({ kind: z.literal('address'), text: z.string().min(1).max(2000) }),
  /** An audio file of this machine, from a folder that the page may name. */
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  /** One that was given by `POST /api/uploads`. */
  z.object({ kind: z.literal('upload'), id: z.string().max(64), name: z.string().max(1000) }),
])
export type HandSearch = z.infer<typeof HandSearch>

/** What was found, best first by how it compares with the row's track. */
export interface Found {
  /** To decide for one of these by. */
  readonly search: string
  readonly candidates: readonly FoundCandidate[]
  /** Who could not be asked, and what was left out. */
  readonly told: readonly Reason[]
}

export interface FoundCandidate extends CandidateDetails {
  /** Whether a copy may be made, by both keys. */
  readonly verdict: Verdict
  /** False for what only says what the recording is: its words help to search again. */
  readonly hasSound: boolean
}
