import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup-request.ts'
import type { Report } from '../../src/model/outcome.ts'
import { makeTempDir } from './program.ts'
import { makeClock, type Reply, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

export const sum = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')
export const json = (body: unknown): Reply => ({ body: JSON.stringify(body) })
const nothing: Reply = { status: 404, body: '{}' }
export const mbid = (sort: number) => `0000000${sort}-0000-4000-8000-000000000001`

/** The Internet Archive with one free recording of these bytes, given to it by the artist. */
export const archive =
  (sound: Uint8Array): Say =>
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
        },
        files: [
          {
            name: 'amber.wav',
            source: 'original',
            length: '12',
            size: String(sound.length),
            md5: sum('md5', sound),
          },
        ],
      })
    if (url.pathname === '/download/amber/amber.wav')
      return { headers: { 'content-type': 'audio/wav' }, body: sound }
    if (url.host === 'musicbrainz.org' && url.pathname === '/ws/2/recording')
      return json({ count: 0, offset: 0, recordings: [] })
    return nothing
  }

/** Backs up a list of that one song; `dir` is given where an archive is to be gone on with. */
export async function backUpSong(
  say: Say,
  { dir: given, keys = {} }: { readonly dir?: string; readonly keys?: Record<string, string> } = {},
) {
  const dir = given ?? (await makeTempDir())
  const replay = await startStrictReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'), { recursive: true })
  await writeFile(join(dir, 'list.csv'), 'Title,Artist,Duration (ms)\nAmber,The Testers,12000\n')
  const request = completeRequest({
    inputs: [join(dir, 'list.csv')],
    libraries: [join(dir, 'Music')],
    catalogues: [],
    into: join(dir, 'Keep'),
    names: '{position} {title}',
    format: 'mp3',
    quality: 'V2',
    jobs: 1,
    dryRun: false,
    offline: false,
  })
  const { network } = replay
  const environment = {
    cacheDir: join(dir, 'cache'),
    processors: 1,
    keys,
    network,
    clock: makeClock(Date.now()),
  }
  let report: Report | undefined
  for await (const event of backUpInput(request, environment, new AbortController().signal))
    if (event.kind === 'report') report = event.report
  const [outcome] = report?.outcomes ?? []
  return { dir, outcome, report, asked: replay.asked }
}
