import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { RunContext } from '../context.ts'
import { isDue } from '../recheck-kept.ts'
import { soundOf } from './sound.ts'
import type { Need } from './work.ts'

interface Seen {
  /** What the archive has of the track. */
  readonly kept: readonly ArchivedFile[]
  /** Files of the user's own that fit it, the best first. */
  readonly own: readonly Recording[]
}

/** What a track will need, by what is seen of it before its turn. */
export function needOf(track: Track, { kept, own }: Seen, run: RunContext): Need {
  const { archive, http, options, policy } = run
  const same = kept.find(({ format }) => format === options.format)
  const [first] = own
  if (same) {
    const asks = http && isDue(same, archive.decisionFor(track), policy.today)
    return asks ? { kind: 'ask', isKept: true } : { kind: 'nothing' }
  }
  if (first) return { kind: 'make', sound: soundOf(first, track, options) }
  const [other] = kept
  if (other) {
    const { durationMs } = other
    return { kind: 'make', sound: { durationMs, isRemote: false, isCopied: false } }
  }
  return http ? { kind: 'ask', isKept: false } : { kind: 'nothing' }
}
