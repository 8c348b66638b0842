import type { FaultPlace } from '../../model/telemetry.ts'
import { UserError } from '../../words/user-error.ts'
import { codeOf } from '../file.ts'
import { tellMoment } from './span.ts'

const MAX_FRAMES = 8

/** Tells that something went wrong outside of any job. Never its message, which may name what is the user's. */
export function tellFault(error: unknown, where: FaultPlace): void {
  tellMoment('fault', { code: codeOfFault(error), where, at: framesOf(error) })
}

function codeOfFault(error: unknown): string {
  if (error instanceof UserError) return error.reason.code
  const code = codeOf(error)
  if (code !== undefined && /^\w+$/.test(code)) return code
  return error instanceof Error && /^\w+$/.test(error.name) ? error.name : 'unknown'
}

/** Lines of our own program alone, without the folder that it lies in. */
function framesOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const frames = [
    ...(error.stack ?? '').matchAll(/^\s+at .*\/(?:src|dist)\/([\w./-]+:\d+):\d+\)?$/gm),
  ]
  return frames.length === 0
    ? undefined
    : frames
        .slice(0, MAX_FRAMES)
        .map(([, place]) => place)
        .join(' ')
}
