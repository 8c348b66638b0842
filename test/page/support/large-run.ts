import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupJobRequest } from '../../../src/api/contract.ts'
import { RunUpdates } from '../../../src/app/backups/run-updates.ts'
import { Lease } from '../../../src/jobs/lease.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import type { Outcome } from '../../../src/model/outcome.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import type { Progress } from '../../../src/model/progress.ts'

/** A run of another process, as the command line would be one, over a playlist of any length. */
export interface LargeRun extends AsyncDisposable {
  readonly id: string
  readonly telling: RunUpdates
  readonly playlist: Playlist
  stageOf(position: number): Progress
  outcomeOf(position: number): Progress
  end(): Promise<void>
}

export async function startLargeRun(home: string, length: number): Promise<LargeRun> {
  mkdirSync(join(home, '.data'), { recursive: true })
  const queue = await openSqliteQueue(join(home, '.data', 'jobs.sqlite'))
  const runner = randomUUID()
  const order: BackupJobRequest = {
    ...completeRequest({ inputs: [], into: join(home, 'Keep') }),
    kind: 'backup',
    inputs: [{ kind: 'file', path: '/list.csv' }],
  }
  const work = await queue.adopt({ payload: order, title: 'Ten thousand', owner: 'cli' }, runner)
  const lease = new Lease(queue, work, runner)
  const telling = new RunUpdates(lease, () => undefined)
  const playlist = makePlaylist(length)
  telling.show({ kind: 'planned', names: [playlist.name], entries: length })
  telling.show({ kind: 'playlist', playlist })
  await lease.flush()
  return {
    id: work.id,
    telling,
    playlist,
    stageOf: (position) => {
      const { track } = makeOutcome(playlist, position)
      return {
        kind: 'stage',
        position,
        track,
        stage: position % 2 === 0 ? 'encoding' : 'searching',
      }
    },
    outcomeOf: (position) => ({ kind: 'outcome', outcome: makeOutcome(playlist, position) }),
    end: () => lease.end('done'),
    async [Symbol.asyncDispose]() {
      lease[Symbol.dispose]()
      await queue[Symbol.asyncDispose]()
    },
  }
}

function makePlaylist(length: number): Playlist {
  const entries = Array.from({ length }, (_, at) => ({
    kind: 'track' as const,
    position: at + 1,
    track: {
      title: `Title ${at + 1} of a song with some words`,
      artists: [`Artist ${at % 997}`, ...(at % 7 === 0 ? [`Guest ${at % 89}`] : [])],
      album: `Album ${at % 1_501}`,
      durationMs: 120_000 + (at % 240) * 1_000,
      plays: 1 + Math.floor(5_000 / (at + 1)),
    },
  }))
  return { name: 'Ten thousand', format: 'table', entries, notes: [] }
}

function makeOutcome(
  { entries }: Playlist,
  position: number,
): Exclude<Outcome, { kind: 'skipped' }> {
  const entry = entries[position - 1]
  if (entry?.kind !== 'track') throw new Error('There is no such track.')
  const { track } = entry
  const reason = 'Nothing in your folders has a title and artist like these.'
  return position % 3 === 0
    ? { kind: 'failed', position, track, reason: 'The file could not be read.' }
    : { kind: 'not-found', position, track, reason }
}
