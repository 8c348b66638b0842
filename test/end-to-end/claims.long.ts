import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import { makeClock } from '../support/hosts/replay.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { makeTempDir } from '../support/program.ts'
import { sizeOf } from '../support/size.ts'
import { type Health, healths, makeWorld } from './claims/hosts.ts'
import { claims, makeSongs, type Shape, type Song, shapes } from './claims/world.ts'

const COUNT = sizeOf(24, 40)
const songs = makeSongs(COUNT)

/** Backs up all songs as they come in this shape, with MusicBrainz in this health. */
async function backUp(shape: Shape, health: Health): Promise<Report> {
  const dir = await makeTempDir()
  const replay = await startStrictReplay(makeWorld(songs, health))
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  const { file, head, row } = shapes[shape]
  const list = join(dir, file)
  await writeFile(list, `${[...(head ? [head] : []), ...songs.map(row)].join('\n')}\n`)
  const request = completeRequest({
    inputs: [list],
    libraries: [join(dir, 'Music')],
    into: join(dir, 'Keep'),
    quality: 'V2',
  })
  const environment = {
    cacheDir: join(dir, 'cache'),
    processors: 2,
    network: replay.network,
    // Waiting for a host's pace takes no time; a host that says nothing takes as long as it does.
    clock: makeClock(Date.now()),
  }
  for await (const event of backUpInput(request, environment, new AbortController().signal))
    if (event.kind === 'report') return event.report
  throw new Error('no report')
}

function expectLawful({ outcomes }: Report) {
  expect(outcomes).toHaveLength(COUNT)
  for (const outcome of outcomes) {
    const { kind, title } = songOf(outcome)
    if (claims.has(kind)) expect(outcome.kind, `${title}, ${kind}`).toBe('review')
    else expect(['kept', 'review'], `${title}, ${kind}`).toContain(outcome.kind)
  }
}

const isUnchecked = (outcome: Outcome) =>
  outcome.kind === 'review' &&
  outcome.verdict.reasons.some(
    (each) => typeof each === 'object' && each.code === 'rights.not-checked',
  )

function songOf({ position }: Outcome): Song {
  const song = songs[position - 1]
  if (!song) throw new Error(`no song ${position}`)
  return song
}

describe.each(Object.keys(shapes) as Shape[])('%s', (shape) => {
  test.each(healths)('MusicBrainz is %s: no stranger’s claim is copied', async (health) => {
    const report = await backUp(shape, health)
    expectLawful(report)
    const isWell = health === 'well' || health === 'busy every fourth time'
    if (!isWell)
      expect(report.unavailable).toContainEqual(
        expect.objectContaining({ source: 'MusicBrainz', leftAlone: true }),
      )
    // Where it answers, what its owner gives away is kept. A question may meet a busy server four times in a row.
    for (const outcome of isWell ? report.outcomes : []) {
      const { kind, title } = songOf(outcome)
      if (claims.has(kind) || (health !== 'well' && isUnchecked(outcome))) continue
      const told = 'verdict' in outcome ? JSON.stringify(outcome.verdict.reasons) : outcome.kind
      expect(outcome.kind, `${title}, ${kind}: ${told}`).toBe('kept')
    }
    if (isWell) {
      const kept = report.outcomes.filter((outcome) => outcome.kind === 'kept')
      expect(kept.length).toBeGreaterThan(
        0.9 * songs.filter(({ kind }) => !claims.has(kind)).length,
      )
    }
  })
})
