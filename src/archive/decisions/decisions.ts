import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { Decision, DecisionChoice } from '../../model/decision.ts'
import { reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { UserError } from '../../words/user-error.ts'
import { refuseForeign } from '../files/foreign.ts'
import { explainStorage } from '../files/inside.ts'
import { pathsOf } from '../files/paths.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import { MAX_LINE_BYTES } from '../inventory/inventory-line.ts'
import { isAboutSame } from '../inventory/same-track.ts'
import { appendLine } from '../journal/append.ts'
import { readLines } from '../journal/lines.ts'
import { type DecisionLine, readDecisionLine, writeDecisionLine } from './decision-line.ts'
import { DecisionLog } from './decision-log.ts'

export const DECISIONS = 'decisions.jsonl'

/**
 * What the user has decided about the tracks of an archive. It may be asked and written to while a run
 * is at work there, and by several processes at once. Each answer is that of the file as it is then.
 */
export interface Decisions {
  /** Those that count, in the order in which they were made. */
  list(): Promise<readonly Decision[]>
  find(track: Track): Promise<Decision | undefined>
  /** Takes the place of an earlier one for the track. `decidedAt` is now, unless it was made elsewhere before. When this returns, it outlasts a power cut. */
  decide(track: Track, choice: DecisionChoice, decidedAt?: string): Promise<Decision>
  /** Decides once more what was decided for the track at this time; undefined where no line says it. */
  restore(track: Track, at: string): Promise<Decision | undefined>
  /** Leaves the track undecided again; false where it was already. */
  withdraw(track: Track): Promise<boolean>
}

/** Opens nothing yet: UserError comes from the first call, where `dir` is no archive, or cannot be read. */
export function openDecisions(dir: string): Decisions {
  const read = () => readDecisions(dir).catch((error) => Promise.reject(explainStorage(error, dir)))
  const decide = async (
    track: Track,
    choice: DecisionChoice,
    decidedAt = new Date().toISOString(),
  ) => {
    const decision = { track, choice, decidedAt }
    await addLine(dir, decision)
    return decision
  }
  return {
    list: async () => (await read()).list(),
    find: async (track) => (await read()).find(track),
    decide,
    async restore(track, at) {
      for await (const line of readDecisionLines(dir)) {
        if (line.decidedAt !== at || line.choice.kind === 'withdrawn') continue
        if (isAboutSame(line.track, track)) return await decide(track, line.choice)
      }
      return undefined
    },
    async withdraw(track) {
      if (!(await read()).find(track)) return false
      const decidedAt = new Date().toISOString()
      await addLine(dir, { track, choice: { kind: 'withdrawn' }, decidedAt })
      return true
    },
  }
}

/** Lines that are damaged, or not Songkeep's, are ignored and stay where they are. */
export async function readDecisions(root: string, signal?: AbortSignal): Promise<DecisionLog> {
  const log = new DecisionLog()
  for await (const line of readDecisionLines(root, signal)) log.add(line)
  return log
}

/** All that is written down, in the order in which it was. */
async function* readDecisionLines(
  root: string,
  signal?: AbortSignal,
): AsyncGenerator<DecisionLine> {
  const path = join(root, DECISIONS)
  const found = await look(path)
  if (!found) return
  if (!found.isFile()) throw refuseForeign(path)
  for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
    const line = text === undefined ? undefined : readDecisionLine(text)
    if (line) yield line
  }
}

async function addLine(dir: string, line: DecisionLine) {
  const text = writeDecisionLine(line)
  if (Buffer.byteLength(text) > MAX_LINE_BYTES || !readDecisionLine(text))
    throw new Error('This decision could not be read back.')
  const path = join(dir, DECISIONS)
  try {
    await requireArchive(dir)
    await appendLine(path, text)
  } catch (error) {
    throw explainStorage(error, dir)
  }
}

/** UserError where `dir` is no archive. */
export async function requireArchive(dir: string) {
  for (const part of [pathsOf(dir, undefined).state, join(dir, INVENTORY)])
    if (await look(part)) return
  throw new UserError(reason('archive.is-none', { path: dir }), reason('archive.name-into'))
}
