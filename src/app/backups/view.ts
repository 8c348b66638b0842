import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CandidateDetails, Decide, Details, Row } from '../../api/contract.ts'
import { openDecisions } from '../../archive/decisions/decisions.ts'
import type { Match } from '../../model/match.ts'
import type { Outcome } from '../../model/outcome.ts'
import { reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { UserError } from '../../words/user-error.ts'
import { describeFile } from '../archives/stored-file.ts'
import type { StoredFile } from '../context.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { candidatesOf } from './rows.ts'

/** One row, with the outcome that it came to. */
export interface RowWithOutcome {
  readonly row: Row
  /** Absent while it is on its way. */
  readonly outcome?: Outcome
}

/** All that is known of one row, for whoever wants to know why it ended so. */
export async function describeRow({ row, outcome }: RowWithOutcome, dir: string): Promise<Details> {
  if (!outcome) return { key: row.key, candidates: [] }
  const matches = candidatesOf(outcome)
  const decision =
    outcome.kind === 'skipped' ? undefined : await openDecisions(resolve(dir)).find(outcome.track)
  const at = matches.findIndex(
    ({ recording }) =>
      decision?.choice.kind === 'recording' &&
      decision.choice.source === recording.source &&
      decision.choice.id === recording.id,
  )
  return {
    key: row.key,
    outcome,
    candidates: matches.map(withAudio),
    decision: decision
      ? {
          kind: decision.choice.kind,
          at: decision.decidedAt,
          candidate: at >= 0 ? at : undefined,
        }
      : undefined,
  }
}

function withAudio(match: Match): CandidateDetails {
  const { media } = match.recording
  if (media?.kind === 'file') return { match, listen: { kind: 'local' } }
  const url = media && openAddress(media)
  return url === undefined ? { match } : { match, listen: { kind: 'open', url } }
}

/** Formats that every browser plays, before those that only some play. */
const playable = ['mp3', 'm4a', 'ogg', 'opus', 'flac', 'wav'] as const

function openAddress(media: Extract<Recording['media'], { kind: 'remote' }>): string | undefined {
  const found = playable.flatMap((format) => media.files.filter((file) => file.format === format))
  return found.map(({ url }) => url).find((url) => url.startsWith('https://'))
}

/**
 * The file of a candidate that lies on this machine, as the run found it: the request never names a path. What an
 * archive's report says is held to `folders`, links resolved: anybody may have written it.
 */
export async function findAudio(
  { outcome }: RowWithOutcome,
  candidate: number,
  folders?: AllowedFolders,
): Promise<StoredFile> {
  const media = (outcome && candidatesOf(outcome)[candidate])?.recording.media
  if (media?.kind !== 'file') throw noAudio()
  const file = await describeFile(folders ? await folders.confine(media.path) : media.path)
  if (!file?.type.startsWith('audio/')) throw noAudio()
  return file
}

const noAudio = () => new UserError(reason('app.no-own-audio'))

/** Writes the user's decision into the archive, for this run and all that follow. */
export async function decideRow(
  { row, outcome }: RowWithOutcome,
  decision: Decide,
  dir: string,
): Promise<Row> {
  const track = requireTrack(outcome)
  if (!existsSync(dir))
    throw new UserError(reason('app.archive-not-there'), reason('app.back-up-first'))
  const decisions = openDecisions(resolve(dir))
  if (decision.kind === 'none') {
    await decisions.decide(track, { kind: 'none' })
    return { ...row, decided: 'none' }
  }
  const { recording } = (outcome && candidatesOf(outcome)[decision.candidate]) ?? {}
  if (!recording) throw new UserError(reason('app.no-candidate'), reason('app.look-anew'))
  const { source, id, title, artists } = recording
  const trusted = decision.trusted ? { trusted: true as const } : {}
  await decisions.decide(track, { kind: 'recording', source, id, title, artists, ...trusted })
  return { ...row, decided: 'recording' }
}

export async function withdrawDecision(
  { row, outcome }: RowWithOutcome,
  dir: string,
): Promise<Row> {
  await openDecisions(resolve(dir)).withdraw(requireTrack(outcome))
  const { decided: _, ...undecided } = row
  return undecided
}

function requireTrack(outcome: Outcome | undefined) {
  if (outcome && outcome.kind !== 'skipped') return outcome.track
  throw new UserError(reason('app.nothing-to-decide'))
}
