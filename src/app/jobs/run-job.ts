import { isAbsolute } from 'node:path'
import { BackupOrder, type Input, type Order, VerifyOrder } from '../../api/jobs.ts'
import { DEFAULT_TEMPLATE } from '../../archive/naming/template.ts'
import type { Hold } from '../../jobs/lease.ts'
import { UserError } from '../../model/errors.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type BackUpOptions, backUpInput } from '../backups/back-up.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import type { Readings } from '../playlists/staged-imports.ts'
import { withSavedKeys } from '../settings/settings.ts'
import type { Environment } from '../environment.ts'
import { verifyArchive } from '../archives/verify.ts'
import { followRun } from '../backups/follow-run.ts'

/** Does what a job was ordered to, and writes down how it goes, until its end or until it is asked to stop. */
export async function runOrder(
  hold: Hold,
  readings: Readings,
  environment: Environment,
): Promise<void> {
  const order = readOrder(hold.work.order)
  if (order.kind === 'verify') return await runVerify(order, hold, environment)
  const options = await optionsOf(order, readings, environment)
  const current = await withSavedKeys(environment)
  const events = backUpInput(options, current, hold.signal)
  for await (const _ of followRun(events, hold, order.into, environment));
}

function readOrder(given: unknown): Order {
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : ''
  const read = kind === 'verify' ? VerifyOrder.safeParse(given) : BackupOrder.safeParse(given)
  if (read.success) return read.data
  throw new UserError('This job was written by another version of Songkeep.', 'Order it anew.')
}

async function optionsOf(
  order: BackupOrder,
  readings: Readings,
  { processors }: Environment,
): Promise<BackUpOptions> {
  const { libraries, catalogues, into, names, format, quality, id3 } = order
  const given = new Map<string, readonly Playlist[]>()
  const input: string[] = []
  for (const each of order.inputs) {
    input.push(nameOf(each))
    if (each.kind === 'reading') given.set(nameOf(each), await readings.find(each.id))
  }
  return {
    input,
    given,
    libraries,
    catalogues,
    into,
    names: names || DEFAULT_TEMPLATE,
    media: { format, quality, id3 },
    jobs: processors,
    dryRun: order.dryRun === true,
    offline: order.offline === true,
    ...(order.only && { only: order.only }),
    ...(order.order && { order: order.order }),
    ...(order.cover && { cover: true }),
    ...(order.prune && { prune: true }),
    ...(order.replace && { replace: true }),
    ...(order.publicPage && { publicPage: true }),
  }
}

function nameOf(input: Input): string {
  if (input.kind === 'link') return input.link.trim()
  if (input.kind === 'reading') return `reading:${input.id}`
  if (isAbsolute(input.path)) return input.path
  throw new UserError(
    'This playlist came by standard input, and is gone with it.',
    'Run songkeep backup again with the same input: what is kept already is not made twice.',
  )
}

/** Damaged files that are named. */
const MOST_LINES = 1_000

async function runVerify({ into }: VerifyOrder, hold: Hold, environment: Environment) {
  const lines: string[] = []
  let faults = 0
  const tell = (text: string) =>
    hold.say({
      key: 'verify',
      data: { kind: 'remark', key: 'verify', text, lines: lines.slice(0, MOST_LINES) },
    })
  tell('Every file is being read.')
  for await (const { kind, path } of verifyArchive(into, hold.signal)) {
    if (kind !== 'unknown') faults++
    lines.push(`${words[kind]}: ${path}`)
    tell('Every file is being read.')
  }
  hold.signal.throwIfAborted()
  tell(
    faults === 0
      ? 'Every kept file is whole.'
      : `${faults === 1 ? '1 kept file is' : `${faults} kept files are`} damaged or gone: the next backup makes ${faults === 1 ? 'it' : 'them'} again.`,
  )
  await rememberArchive(environment, into, { at: new Date().toISOString(), faults })
}

const words = { missing: 'Missing', damaged: 'Damaged', unknown: 'Not ours' } as const
