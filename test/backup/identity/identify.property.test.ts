import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHistory } from '../../../src/app/archives/read-history.ts'
import { type Archive, openArchive } from '../../../src/archive/archive.ts'
import { recordChanges, restoreHistory } from '../../../src/backup/history.ts'
import { listsOf } from '../../../src/backup/identity/archived-lists.ts'
import { identify } from '../../../src/backup/identity/identify.ts'
import { prune, stateOfReport } from '../../../src/backup/prune.ts'
import type { Outcome, Report } from '../../../src/model/outcome.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { readRecorded } from '../../../src/report/changes/recorded.ts'
import { renderJson } from '../../../src/report/json/report.ts'
import { keep, playlistOf, recordingOf, sha256, trackOf } from '../../archive/support/sample.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { runs } from '../../support/runs.ts'

/*
 * Lists come in again and again: new ones, newer versions, under other names, and others of the same name. What the
 * archive makes of them is compared with what they are. All but the search and the encoder is the product's own.
 */

const place = useTemporary()

/** A list as it really is. */
interface TrueList {
  name: string
  /** Absent where it comes as a file. */
  readonly uri?: string
  titles: readonly string[]
  /** Each change of it, as a history must tell it. */
  readonly changes: { readonly added: readonly string[]; readonly removed: readonly string[] }[]
  id?: string
}

const sequences = fc.array(
  fc.record({
    what: fc.constantFrom('new', 'newer', 'newer', 'renamed', 'other'),
    which: fc.nat(100),
    count: fc.integer({ min: 10, max: 16 }),
    /** Of the entries of a newer version. */
    removed: fc.nat(2),
    added: fc.nat(2),
    hasAddress: fc.boolean(),
    /** How many entries another list of the same name shares with it. */
    shared: fc.nat(3),
    isAsked: fc.boolean(),
  }),
  { minLength: 4, maxLength: 12 },
)
type Step = typeof sequences extends fc.Arbitrary<readonly (infer One)[]> ? One : never

let made = 0
const newTitles = (count: number) => Array.from({ length: count }, () => `Song ${++made}`)

/** What comes in next, and which list it is. */
function next(lists: TrueList[], step: Step): { list: TrueList; name: string } {
  const { what, which, count, hasAddress, shared } = step
  const known = lists[which % Math.max(1, lists.length)]
  if (!known || what === 'new' || what === 'other') {
    const uri = hasAddress ? `spotify:playlist:${String(++made).padStart(22, '0')}` : undefined
    const common = what === 'other' && known ? known.titles.slice(0, shared) : []
    const name = what === 'other' && known ? known.name : `List ${++made}`
    const list = { name, uri, titles: [...common, ...newTitles(count)], changes: [] }
    lists.push(list)
    return { list, name }
  }
  const removed = known.titles.slice(0, step.removed)
  // A file under another name is the same list where nine tenths are the same.
  const isRenamedFile = what === 'renamed' && known.uri === undefined
  const added = isRenamedFile ? [] : newTitles(step.added)
  if (!isRenamedFile) {
    known.titles = [...known.titles.slice(removed.length), ...added]
    if (added.length + removed.length > 0) known.changes.push({ added, removed })
  }
  if (what !== 'renamed') return { list: known, name: known.name }
  if (known.uri !== undefined) known.name = `List ${++made}`
  return { list: known, name: isRenamedFile ? `${known.name} (1)` : known.name }
}

/** A backup with --prune of the one list, as the walk does it. */
async function backUp(
  archive: Archive,
  list: TrueList,
  name: string,
  isAsked: boolean,
  at: string,
) {
  const read: Playlist = {
    ...playlistOf(
      name,
      list.titles.map((title) => trackOf(title)),
    ),
    uri: list.uri,
  }
  const ask = isAsked ? async () => list.id : undefined
  const [identified = read] = await identify([read], listsOf(archive), { ask })
  archive.noteList(identified)
  const { playlist, changes } = await restoreHistory(identified, archive)
  const outcomes: Outcome[] = []
  for (const { position, ...entry } of playlist.entries) {
    if (entry.kind !== 'track') continue
    const { track } = entry
    const [before] = archive.listFor(track)
    const file =
      before ?? (await keep(archive, playlist, position, track.title, recordingOf(track.title)))
    outcomes.push({ kind: 'kept', position, track, kept: file, notes: [] })
  }
  const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
  const report: Report = { playlist, outcomes, ...run, hosts: [], refusedRequests: [], changes }
  const folder = archive.folderOf(playlist)
  await recordChanges(folder, at, changes, archive)
  await archive.writeText(folder, 'report.json', renderJson(report))
  await archive.checkpoint()
  expect(await prune([stateOfReport(report)], archive, { dryRun: false })).toMatchObject({
    kind: 'pruned',
  })
  list.id ??= playlist.id
  expect(playlist.id).toBe(list.id)
}

/** Each list has its own id, folder, entries, files and history, and nothing of another. */
async function expectWhole(dir: string, lists: readonly TrueList[]) {
  await using archive = await openArchive(dir, { readOnly: true })
  const kept = archive.lists()
  expect(kept.map(({ id }) => id).toSorted()).toEqual(lists.map(({ id }) => id).toSorted())
  expect(new Set(kept.map(({ folder }) => folder)).size).toBe(lists.length)
  expect(new Set(kept.map(({ name }) => name)).size).toBe(lists.length)
  for (const list of lists) {
    const { folder = '' } = kept.find(({ id }) => id === list.id) ?? {}
    const recorded = readRecorded((await archive.readText(folder, 'report.json')) ?? '')
    expect(recorded?.entries.map((entry) => entry.kind === 'track' && entry.track.title)).toEqual(
      list.titles,
    )
    for (const title of list.titles) {
      const [file] = archive.listFor(trackOf(title))
      expect(sha256(await readFile(join(dir, file?.path ?? 'none')))).toBe(sha256(title))
    }
    const [history] = await readHistory(dir, recorded?.name)
    expect(
      history?.changes.map(({ added, removed }) => ({
        added: added.map(titleOf),
        removed: removed.map(titleOf),
      })),
    ).toEqual(list.changes)
  }
}

const titleOf = (entry: Playlist['entries'][number]) =>
  entry.kind === 'track' ? entry.track.title : ''

test('whatever comes in, no entry, file or history is lost or crossed', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const dir = join(place.root, String(run++))
      const lists: TrueList[] = []
      let minute = 0
      for (const step of steps) {
        const { list, name } = next(lists, step)
        const at = new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString()
        {
          await using archive = await openArchive(dir)
          await backUp(archive, list, name, step.isAsked, at)
        }
        await expectWhole(dir, lists)
      }
    }),
    { numRuns: runs(30) },
  )
}, 120_000)
