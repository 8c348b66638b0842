import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { notInBucket } from '../../../archive/bucket/own-mark.ts'
import { writeAtomic } from '../../../base/file.ts'
import type { InstalledSync } from '../../../model/lists/installed-sync.ts'
import { isBucketName } from '../../archives/bucket/named.ts'
import { archiveId } from '../../archives/known-archives.ts'
import { requireArchive } from '../../archives/require-archive.ts'
import { wholeCatalogue } from '../../catalogues/published/address.ts'
import type { SyncRequest } from '../sync-archive.ts'
import type { Machine } from './machine.ts'
import { addCronLine, type NightlyRun, writeCronLine, writeUnits } from './schedule-text.ts'

/**
 * Has an archive brought up to date every night: by a timer of systemd's where that runs, else by a line of cron's. With
 * `dryRun`, and where neither can be written, only says what would be. Done twice, it is there once.
 */
export async function installSync(
  request: SyncRequest,
  program: readonly string[],
  machine: Machine,
): Promise<InstalledSync> {
  if (isBucketName(request.into)) throw notInBucket()
  await requireArchive(request.into)
  const archive = resolve(request.into)
  const command = [...program, 'sync', archive, ...listFlags(request)]
  const nightly = { id: archiveId(archive), archive, command }
  const { unitsDir } = machine
  if (unitsDir === undefined) return await installCron(nightly, machine, request.dryRun === true)
  return await installTimer(nightly, unitsDir, machine, request.dryRun === true)
}

/** A run at night stands in no folder: paths are whole. */
function listFlags({ libraries = [], catalogues = [], jobs, publicPage, offline }: SyncRequest) {
  return [
    ...libraries.flatMap((folder) => ['--library', resolve(folder)]),
    ...catalogues.flatMap((named) => ['--catalogue', wholeCatalogue(named)]),
    ...(jobs === undefined ? [] : ['--jobs', String(jobs)]),
    ...(publicPage ? ['--public-page'] : []),
    ...(offline ? ['--offline'] : []),
  ]
}

async function installTimer(
  nightly: NightlyRun,
  folder: string,
  machine: Machine,
  isDry: boolean,
): Promise<InstalledSync> {
  const name = `songkeep-sync-${nightly.id}`
  const { service, timer } = writeUnits(nightly)
  const texts = [
    { path: join(folder, `${name}.service`), text: service },
    { path: join(folder, `${name}.timer`), text: timer },
  ]
  if (isDry) return { by: 'systemd', texts, isWritten: false, isActive: false }
  await mkdir(folder, { recursive: true })
  for (const { path, text } of texts) await writeAtomic(path, text)
  const reload = await machine.run('systemctl', ['--user', 'daemon-reload'])
  const enabled = await machine.run('systemctl', ['--user', 'enable', '--now', `${name}.timer`])
  const isActive = reload?.code === 0 && enabled?.code === 0
  const next = `systemctl --user daemon-reload && systemctl --user enable --now ${name}.timer`
  return {
    by: 'systemd',
    texts,
    isWritten: true,
    isActive,
    next: isActive ? undefined : next,
  }
}

/** Of a longer table only its beginning and its end would be known. */
const MAX_TABLE = 64 * 1024

async function installCron(
  nightly: NightlyRun,
  machine: Machine,
  isDry: boolean,
): Promise<InstalledSync> {
  const line = writeCronLine(nightly)
  const said = { by: 'cron', texts: [{ text: line ?? nightly.command.join(' ') }] } as const
  const nothing = { ...said, isWritten: false, isActive: false }
  if (isDry || line === undefined) return nothing
  const table = await readTable(machine)
  if (table === undefined) return { ...nothing, next: 'crontab -e' }
  const isActive = await writeTable(addCronLine(table, line, nightly.id), machine)
  return isActive ? { ...said, isWritten: true, isActive } : { ...nothing, next: 'crontab -e' }
}

/** Undefined where it cannot be known as a whole: then it is not written either. */
async function readTable(machine: Machine): Promise<string | undefined> {
  const listed = await machine.run('crontab', ['-l'])
  if (!listed || listed.stdout.length > MAX_TABLE) return undefined
  if (listed.code === 0) return listed.stdout
  return /\bno crontab\b/i.test(listed.stderr) && listed.stdout === '' ? '' : undefined
}

async function writeTable(table: string, machine: Machine): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'songkeep-'))
  try {
    const path = join(folder, 'crontab')
    await writeFile(path, table, { mode: 0o600 })
    return (await machine.run('crontab', [path]))?.code === 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
