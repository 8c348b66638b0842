import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { backUpInput } from '../../../src/app/backups/back-up.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import type { Report } from '../../../src/model/outcome.ts'
import { makeTempDir } from '../program.ts'
import { makeClock, type Replay, type Reply, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

export const sum = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')
export const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })
const nothing: Reply = { status: 404, body: '{}' }
export const mbid = (sort: number) => `0000000${sort}-0000-4000-8000-000000000001`

type Fields = Readonly<Record<string, unknown>>

/**
 * The Internet Archive with one free recording of these bytes, given to it by the artist, where `metadata` and `file`
 * do not say otherwise; MusicBrainz has never heard of it.
 */
export const archive =
  (sound: Uint8Array, metadata: Fields = {}, file: Fields = {}): Say =>
  (url) => {
    if (url.host === 'archive.org' && url.pathname === '/advancedsearch.php')
      return json({ response: { docs: [{ identifier: 'amber', title: 'Amber' }] } })
    if (url.host === 'archive.org' && url.pathname === '/metadata/amber')
      return json({
        metadata: {
          identifier: 'amber',
          title: 'Amber',
          creator: 'The Testers',
          uploader: 'The Testers',
          licenseurl: 'https://creativecommons.org/licenses/by/4.0/',
          ...metadata,
        },
        files: [
          {
            name: 'amber.wav',
            source: 'original',
            length: '12',
            size: String(sound.length),
            md5: sum('md5', sound),
            ...file,
          },
        ],
      })
    if (url.pathname === '/download/amber/amber.wav')
      return { headers: { 'content-type': 'audio/wav' }, body: sound }
    if (url.host === 'musicbrainz.org' && url.pathname === '/ws/2/recording')
      return json({ count: 0, offset: 0, recordings: [] })
    return nothing
  }

/** AcoustID, which knows the sound as somebody else's. */
export const soundOfAnother = json({
  status: 'ok',
  results: [
    {
      id: mbid(9),
      score: 0.99,
      recordings: [
        {
          id: mbid(1),
          title: 'Amber',
          duration: 12,
          artists: [{ id: mbid(2), name: 'Somebody Famous' }],
          releases: [{ id: mbid(3) }],
        },
      ],
    },
  ],
})

/** A list of that one song, and a library without it. */
export async function writeSongList(dir: string): Promise<void> {
  await mkdir(join(dir, 'Music'), { recursive: true })
  await writeFile(join(dir, 'list.csv'), 'Title,Artist,Duration (ms)\nAmber,The Testers,12000\n')
}

interface SongOptions {
  readonly keys?: Readonly<Record<string, string>>
  readonly cacheDir?: string
  readonly dryRun?: boolean
  readonly offline?: boolean
}

/** Backs up the list in `dir`; waiting for a host's pace takes no time. */
export async function runSong(
  dir: string,
  { network }: Pick<Replay, 'network'>,
  { keys = {}, cacheDir = join(dir, 'cache'), dryRun = false, offline = false }: SongOptions,
): Promise<Report> {
  const request = completeRequest({
    inputs: [join(dir, 'list.csv')],
    libraries: [join(dir, 'Music')],
    catalogues: [],
    into: join(dir, 'Keep'),
    names: '{position} {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 1,
    dryRun,
    offline,
  })
  const environment = { cacheDir, processors: 1, keys, network, clock: makeClock(Date.now()) }
  for await (const event of backUpInput(request, environment, new AbortController().signal))
    if (event.kind === 'report') return event.report
  throw new Error('no report')
}

/** The same from the beginning; `dir` is given where an archive is to be gone on with. */
export async function backUpSong(
  say: Say,
  { dir: given, keys }: { readonly dir?: string } & Pick<SongOptions, 'keys'> = {},
) {
  const dir = given ?? (await makeTempDir())
  const replay = await startStrictReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await writeSongList(dir)
  const report = await runSong(dir, replay, { keys })
  return { dir, outcome: report.outcomes[0], report, asked: replay.asked }
}
