import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** A group's bytes are cut into `data` shards, and `parity` more are computed: any `parity` of all may be lost. */
export interface Shape {
  readonly data: number
  readonly parity: number
}

export const USUAL_PERCENT = 10

/**
 * 10 % are 20 and 2 shards. Less is two for more shards, so that any two may be lost whatever the percentage; more is
 * more for twenty. Reed–Solomon over bytes has room for 256 in all.
 */
export function shapeOf(percent: number): Shape {
  if (!(percent >= 1 && percent <= 100))
    throw new UserError(reason('fixity.wrong-percent', { percent }))
  return percent <= 10
    ? { data: Math.floor(200 / percent), parity: 2 }
    : { data: 20, parity: Math.ceil(percent / 5) }
}
