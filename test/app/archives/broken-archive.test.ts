import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Archives } from '../../../src/app/archives/archives.ts'
import { archiveId, rememberArchive } from '../../../src/app/archives/known-archives.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { renderJson } from '../../../src/report/json/report.ts'
import { keep, playlistOf, trackOf } from '../../archive/support/sample.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { makeCorrectTools } from '../../support/correct-tools.ts'

/*
 * An archive whose records are broken is shown, with what is wrong: never as one that is not there, and never as whole.
 */

const place = useTemporary()
const list = playlistOf('Mix', [trackOf('One')])

async function make() {
  {
    await using archive = await openArchive(place.dir)
    const kept = await keep(archive, list, 1)
    const outcomes = [{ kind: 'kept', position: 1, track: kept.track, kept, notes: [] }] as const
    const at = '2026-11-29T10:00:00.000Z'
    const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false, hosts: [] }
    const text = renderJson({ playlist: list, outcomes, ...run, refusedRequests: [] })
    await archive.writeText('Mix', 'report.json', text)
    await archive.checkpoint()
  }
  const environment = { ...readEnvironment({}), dataDir: join(place.root, 'data') }
  await rememberArchive(environment, place.dir)
  const folders = new AllowedFolders([place.dir])
  return new Archives(environment, folders, makeCorrectTools(environment, folders))
}

const accidents: readonly {
  readonly what: string
  readonly harm: () => Promise<unknown>
  readonly present: boolean
  readonly files: number
  readonly troubles: readonly string[]
  readonly lists: readonly { readonly tracks: number; readonly isDamaged: boolean }[]
}[] = [
  {
    what: 'nothing is wrong',
    harm: async () => {},
    ...{ present: true, files: 1, troubles: [], lists: [{ tracks: 1, isDamaged: false }] },
  },
  {
    what: 'its inventory is something else',
    harm: () => writeFile(join(place.dir, 'inventory.jsonl'), 'hello\n'),
    ...{ present: true, files: 1, troubles: ['archive.inventory-mended'] },
    lists: [{ tracks: 1, isDamaged: false }],
  },
  {
    what: 'its inventory is gone',
    harm: () => rm(join(place.dir, 'inventory.jsonl')),
    ...{ present: true, files: 1, troubles: ['archive.inventory-mended'] },
    lists: [{ tracks: 1, isDamaged: false }],
  },
  {
    what: 'a folder stands where its inventory was',
    harm: async () => {
      await rm(join(place.dir, 'inventory.jsonl'))
      await mkdir(join(place.dir, 'inventory.jsonl'))
    },
    ...{ present: true, files: 0, troubles: ['archive.foreign-file', 'archive.move-file-away'] },
    lists: [{ tracks: 1, isDamaged: false }],
  },
  {
    what: 'the report of a list is cut short',
    harm: () => writeFile(join(place.dir, 'Mix/report.json'), '{"playlist":'),
    ...{ present: true, files: 1, troubles: [], lists: [{ tracks: 0, isDamaged: true }] },
  },
  {
    what: 'a file stands where it was',
    harm: async () => {
      await rm(place.dir, { recursive: true })
      await writeFile(place.dir, '')
    },
    ...{
      present: false,
      files: 0,
      troubles: ['archive.is-a-file', 'archive.name-a-folder'],
      lists: [],
    },
  },
  {
    what: 'it is not there at all',
    harm: () => rm(place.dir, { recursive: true }),
    ...{ present: false, files: 0, troubles: [], lists: [] },
  },
]

test.each(accidents)('$what', async ({ harm, present, files, troubles, lists }) => {
  const archives = await make()
  await harm()
  const { archive, playlists } = await archives.read(archiveId(place.dir))
  expect(archive).toMatchObject({ present, files })
  expect(archive.troubles.map(({ code }) => code)).toEqual(troubles)
  expect(playlists.map(({ tracks, isDamaged }) => ({ tracks, isDamaged }))).toEqual(lists)
})
