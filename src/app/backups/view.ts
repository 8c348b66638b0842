import { resolve } from 'node:path'
import type { Details, Row } from '../../api/contract.ts'
import { openDecisions } from '../../archive/decisions/decisions.ts'
import type { Outcome } from '../../model/outcome.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { StoredFile } from '../archives/files/sendable.ts'
import { describeFile } from '../archives/files/stored-file.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { withAudio } from './candidate-details.ts'
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
          chosen: decision.choice.kind === 'recording' ? decision.choice : undefined,
        }
      : undefined,
  }
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

export async function withdrawDecision(
  { row, outcome }: RowWithOutcome,
  dir: string,
): Promise<Row> {
  await openDecisions(resolve(dir)).withdraw(requireTrack(outcome))
  const { decided: _, ...undecided } = row
  return undecided
}

/** UserError where it is none. */
export function requireTrack(outcome: Outcome | undefined) {
  if (outcome && outcome.kind !== 'skipped') return outcome.track
  throw new UserError(reason('app.nothing-to-decide'))
}
