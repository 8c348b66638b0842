import type { Statements } from '../../../postgres/database.ts'
import type { HostRule } from '../../http.ts'

/** A turn that is over: how many milliseconds after it was asked for its request began; undefined where none did. */
export interface EndedTurn {
  readonly id: string
  readonly lateMs: number | undefined
}

/** What a run says and asks about one host, at once. */
export interface TurnQuestion {
  readonly rule: HostRule
  readonly egress: string
  readonly runner: string
  readonly holder: string
  readonly ended: readonly EndedTurn[]
  readonly hush: { readonly host: string; readonly ms: number } | undefined
  /** New UUIDs, one for each turn that is wanted. */
  readonly wanted: readonly string[]
  /** A turn that is granted is used within this time, or not at all. */
  readonly slackMs: number
  readonly leaseMs: number
}

export interface TurnAnswer {
  /** The first so many of those that were wanted. */
  readonly granted: number
  /** When to ask again for the others. */
  readonly waitMs: number
  readonly quietMs: number
  /** The host that has asked for quiet. */
  readonly quietHost: string
  /** Runs that have begun something there in this period. */
  readonly sharers: number
}

const SQL = `SELECT granted, wait_ms AS "waitMs", quiet_ms AS "quietMs", quiet_host AS "quietHost", sharers
  FROM songkeep.rate_turns_v1($1, $2, $3, $4, $5::uuid[], $6::float8[], $7, $8, $9::uuid[], $10, $11, $12, $13, $14)`

/** One statement. What is wanted is not asked for twice by the same ids: what becomes of a lost one is not known. */
export async function askTurns(database: Statements, asked: TurnQuestion): Promise<TurnAnswer> {
  const { rule, egress, runner, holder, ended, hush, wanted, slackMs, leaseMs } = asked
  const [answer] = await database.query<TurnAnswer & Record<string, unknown>>(SQL, [
    ...[egress, rule.host, runner, holder],
    ...[ended.map(({ id }) => id), ended.map(({ lateMs }) => lateMs ?? null)],
    ...[hush?.ms ?? 0, hush?.host ?? ''],
    ...[wanted, rule.pace.requests, rule.pace.perMs, rule.atOnce, slackMs, leaseMs],
  ])
  if (!answer) throw new Error('PostgreSQL gave no answer about a turn.')
  return answer
}
