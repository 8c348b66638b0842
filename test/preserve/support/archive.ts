import { cp } from 'node:fs/promises'
import { openArchive } from '../../../src/archive/archive.ts'
import { openDecisions } from '../../../src/archive/decisions/decisions.ts'
import { openPacedDigester } from '../../../src/fixity/audit/digester.ts'
import type {
  FixityFinding,
  VerifyEvent,
  VerifySummary,
} from '../../../src/model/preserve/fixity.ts'
import { keepParity } from '../../../src/preserve/parity/keep-parity.ts'
import { fromArchive } from '../../../src/preserve/repair/from-archive.ts'
import { fromCopy } from '../../../src/preserve/repair/from-copy.ts'
import { fromParity } from '../../../src/preserve/repair/from-parity.ts'
import { type RepairEvent, repair } from '../../../src/preserve/repair/repair.ts'
import type { Pending } from '../../../src/preserve/repair/repair-files.ts'
import { verify } from '../../../src/preserve/verify/verify.ts'
import { keep, playlistOf, trackOf } from '../../archive/support/sample.ts'
import type { Random } from './random.ts'

/** In this process: to start threads for each of hundreds of small archives costs more than to read them. */
export const openInline = () => openPacedDigester(Number.POSITIVE_INFINITY)

/** An archive with parity, decisions and a first check of all. */
export async function makeArchive(dir: string, count: number, random: Random): Promise<void> {
  {
    await using archive = await openArchive(dir)
    const list = playlistOf(
      'Mix',
      Array.from({ length: count }, (_, at) => trackOf(`Song ${at + 1}`, { trackNumber: at + 1 })),
    )
    archive.noteList({ id: 'mix', name: 'Mix' })
    for (const { position } of list.entries)
      await keep(archive, list, position, random.bytes(500 + random.below(30_000)))
    await archive.checkpoint()
    await keepParity(archive, { percent: 10 })
  }
  for (const title of ['Song 1', 'Song 2'])
    await openDecisions(dir).decide(trackOf(title), { kind: 'none' })
  await check(dir)
}

export interface Checked {
  readonly findings: readonly FixityFinding[]
  readonly summary: VerifySummary
}

export async function check(dir: string): Promise<Checked> {
  const findings: FixityFinding[] = []
  let summary: VerifySummary | undefined
  for await (const event of checking(dir)) {
    if (event.kind === 'finding') findings.push(event.finding)
    if (event.kind === 'ended') summary = event.summary
  }
  if (!summary) throw new Error('The check came to no end')
  return { findings, summary }
}

export async function* checking(dir: string): AsyncGenerator<VerifyEvent> {
  await using archive = await openArchive(dir, { readOnly: true })
  await using digester = openInline()
  yield* verify(archive, { digester })
}

/** Repairs by all that brings the same bytes back; answers what is left. */
export async function mend(
  dir: string,
  copies: readonly string[] = [],
): Promise<readonly Pending[]> {
  const run = mending(dir, copies)
  for (;;) {
    const next = await run.next()
    if (next.done) return next.value
  }
}

export async function* mending(
  dir: string,
  copies: readonly string[],
): AsyncGenerator<VerifyEvent | RepairEvent, readonly Pending[]> {
  await using archive = await openArchive(dir)
  await using digester = openInline()
  const findings: FixityFinding[] = []
  for await (const event of verify(archive, { digester })) {
    if (event.kind === 'finding') findings.push(event.finding)
    yield event
  }
  const ways = [fromArchive(dir), fromParity(dir), ...copies.map(fromCopy)]
  return yield* repair(archive, findings, { ways, copies })
}

export const copyTree = (from: string, to: string) => cp(from, to, { recursive: true })
