import { randomUUID } from 'node:crypto'
import type { Found, FoundCandidate, HandSearch } from '../../../api/contract.ts'
import type { FoundBy } from '../../../model/decision.ts'
import type { Match } from '../../../model/match.ts'
import { asReason, reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import type { Verdict } from '../../../model/verdict.ts'
import { UserError } from '../../../words/user-error.ts'
import type { StoredFile } from '../../archives/files/sendable.ts'
import { describeFile } from '../../archives/files/stored-file.ts'
import { withAudio } from '../candidate-details.ts'
import { HandTools, type HandToolsOptions } from './hand-tools.ts'
import type { FileToTake } from './own-file.ts'
import type { Places } from './where.ts'

/** One thing that was found: what a decision for it is made from. */
export interface FoundChoice {
  readonly match: Match
  readonly verdict: Verdict
  readonly found: FoundBy
  /** A file that is not in the library: it goes into the archive. */
  readonly take?: FileToTake
}

interface Remembered {
  /** The archive that it was looked for. */
  readonly into: string
  readonly key: string
  readonly choices: readonly FoundChoice[]
}

/** Shown of one search: nobody looks through more. */
const MAX_SHOWN = 30
/** Searches that can still be decided by, of all who look. */
const MAX_REMEMBERED = 200

/** What people look for by hand, and what they found: a decision names one of these, and never a path. */
export class HandSearches implements AsyncDisposable {
  readonly #tools: HandTools
  readonly #remembered = new Map<string, Remembered>()

  constructor(options: HandToolsOptions) {
    this.#tools = new HandTools(options)
  }

  /** UserError where there is nowhere to look, or the file is none that may be used. */
  async search(
    row: { readonly key: string; readonly track: Track },
    asked: HandSearch,
    places: Places,
    signal: AbortSignal,
  ): Promise<Found> {
    const { found, unanswered, take, told } = await this.#tools.ask(
      asked,
      row.track,
      places,
      signal,
    )
    const choices = found
      .slice(0, MAX_SHOWN)
      .map(({ match, verdict }) => ({ match, verdict, found: foundBy(asked), take }))
    const search = randomUUID()
    this.#remembered.set(search, { into: places.into, key: row.key, choices })
    for (const old of [...this.#remembered.keys()].slice(0, -MAX_REMEMBERED))
      this.#remembered.delete(old)
    const unasked = unanswered.map(({ by, reason: why }) =>
      reason('app.not-asked', { by, reason: asReason(why) }),
    )
    return { search, candidates: choices.map(describe), told: [...told, ...unasked] }
  }

  /** UserError where it was found for another row, or so long ago that nobody knows it any more. */
  find(
    search: string,
    candidate: number,
    row: { readonly key: string; readonly into: string },
  ): FoundChoice {
    const known = this.#remembered.get(search)
    const choice = known?.choices[candidate]
    if (!choice || known.key !== row.key || known.into !== row.into)
      throw new UserError(reason('app.no-candidate'), reason('app.look-anew'))
    return choice
  }

  async audio(choice: FoundChoice): Promise<StoredFile> {
    const { media } = choice.match.recording
    const file = media?.kind === 'file' ? await describeFile(media.path) : undefined
    if (!file?.type.startsWith('audio/')) throw new UserError(reason('app.no-own-audio'))
    return file
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tools[Symbol.asyncDispose]()
  }
}

/** Where an upload lies for now is nobody's business: its name says what it is. */
const describe = ({ match, verdict, take, found }: FoundChoice): FoundCandidate => ({
  ...withAudio(found.kind === 'upload' && take ? callAs(take.name, match) : match),
  verdict,
  hasSound: match.recording.media !== undefined,
})

const callAs = (path: string, match: Match): Match => ({
  ...match,
  recording: { ...match.recording, media: { kind: 'file', path } },
})

function foundBy(asked: HandSearch): FoundBy {
  if (asked.kind === 'words') return { kind: 'words', title: asked.title, artist: asked.artist }
  if (asked.kind === 'address') return { kind: 'address', address: asked.text }
  if (asked.kind === 'file') return { kind: 'file', path: asked.path }
  return { kind: 'upload', name: asked.name }
}
