import type { Reason } from '../../model/reason.ts'
import { type Knowledge, nothingKnown } from '../knowledge.ts'
import type { OpenProvider, Probe } from '../provider.ts'

export interface ProbeAnswer {
  /** Something was found. */
  readonly found: boolean
  /** Why a part could not be asked. */
  readonly incomplete?: Reason
}

/** Asks the one question of a probe, by the method that a backup asks by, and throws what it throws. */
export async function askProbe(
  provider: OpenProvider,
  { question }: Pick<Probe, 'question'>,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  switch (question.kind) {
    case 'search': {
      const found = await provider.search?.(question.track, signal)
      return { found: found !== undefined && found.length > 0 }
    }
    case 'lookUp': {
      const { track, known = nothingKnown } = question
      return weigh(await provider.lookUp?.(track, known, signal))
    }
    case 'recognise':
      return weigh(await provider.recognise?.(question.query, signal))
    case 'cover':
      return { found: (await provider.cover?.(question.releaseMbid, signal)) !== undefined }
  }
}

function weigh(knowledge: Knowledge = nothingKnown): ProbeAnswer {
  const { recordings, links, assertions, incomplete } = knowledge
  return { found: recordings.length + links.length + assertions.length > 0, incomplete }
}
