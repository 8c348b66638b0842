import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '../../base/file.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import type { PackEvent, PackRequest } from '../../packages/packer.ts'
import { refuseOccupied, Staging } from '../../packages/staging.ts'
import { magnetOf } from '../../packages/torrent/magnet.ts'
import { UserError } from '../../words/user-error.ts'
import { type BuiltVolume, buildTexts, buildVolume } from './build-volume.ts'
import { describeMetadata, METADATA, readme } from './describe.ts'
import { countLists, partByPopularity } from './popularity.ts'
import { type Selection, selectShared } from './select.ts'
import { cutVolumes, type Volume } from './volumes.ts'

export interface TorrentContext {
  /** ISO 8601 date: by it is judged what may be given to others. */
  readonly today: string
  /** How often each file was played, by path, where a listening history was given. */
  readonly countPlays?: (
    files: readonly ArchivedFile[],
  ) => Promise<ReadonlyMap<string, number> | undefined>
}

/** How large one torrent's files are together, where nothing is said. */
const DEFAULT_MAX_BYTES = 50_000_000_000

/**
 * Makes torrents of what may be given to others, and of nothing else: the metadata, the sound by popularity, the long
 * tail. The folders lie beside their torrents, as clients seed them. The same archive makes the same torrents on any
 * day on which the same is decided.
 */
export async function* packTorrents(
  request: PackRequest,
  { today, countPlays }: TorrentContext,
): AsyncGenerator<PackEvent> {
  const { out, options, signal } = request
  const webSeeds = (options.webSeed ?? []).map(readWebSeed)
  const contents = await request.contents()
  await refuseOccupied(out)
  const selection = selectShared(contents, today)
  yield* tellWithheld(selection)
  if (selection.shared.length === 0)
    throw new UserError(reason('package.nothing-to-share'), reason('package.what-is-shared'))
  const files = selection.shared.map(({ file }) => file.kept)
  const popularity = { lists: await countLists(contents.root), plays: await countPlays?.(files) }
  const parts = partByPopularity(selection.shared, popularity)
  const volumes = cutVolumes(parts, options.maxSize ?? DEFAULT_MAX_BYTES)
  await using staging = await Staging.open(out)
  const built: BuiltVolume[] = []
  const build = { link: options.link, signal, webSeeds, staging: staging.dir }
  yield* buildAll(volumes, build, built)
  if (built.length === 0)
    throw new UserError(reason('package.nothing-to-share'), reason('package.what-is-shared'))
  const metadata = await buildMetadata(staging.dir, built, webSeeds)
  const all = [metadata, ...built]
  for (const each of all) await writeTorrents(staging.dir, each)
  await writeText(join(staging.dir, 'README.txt'), readme(all))
  await writeText(join(staging.dir, 'torrents.jsonl'), all.map(describeTorrent).join(''))
  await staging.moveTo(out)
  for (const { name, torrents } of all) {
    const path = join(out, `${name}.torrent`)
    yield { kind: 'packed', path, files: torrents.files, bytes: torrents.bytes }
  }
}

interface BuildAll {
  readonly link?: boolean
  readonly signal: AbortSignal
  readonly webSeeds: readonly string[]
  readonly staging: string
}

async function* buildAll(
  volumes: readonly Volume[],
  { staging, webSeeds, ...options }: BuildAll,
  built: BuiltVolume[],
): AsyncGenerator<PackEvent> {
  const total = volumes.flatMap(({ files }) => files).reduce((sum, { file }) => sum + file.bytes, 0)
  let done = 0
  for (const volume of volumes) {
    const isOwnFolder = volume.folder === volume.name
    // A folder of another name lies beneath one of the volume's.
    const beneath = isOwnFolder ? '' : `${volume.name}/`
    const into = join(staging, beneath)
    const seeds = webSeeds.map((each) => `${each}${beneath}`)
    const events = buildVolume(volume, { ...options, into, webSeeds: seeds })
    for (;;) {
      const { value, done: isDone } = await events.next()
      if (isDone) {
        if (value) built.push(value)
        break
      }
      if (value.kind === 'file') done += value.bytes
      yield value.kind === 'file' ? { kind: 'progress', done, total } : value
    }
  }
}

async function buildMetadata(
  into: string,
  built: readonly BuiltVolume[],
  webSeeds: readonly string[],
): Promise<BuiltVolume> {
  const torrents = await buildTexts(into, describeMetadata(built), { name: METADATA, webSeeds })
  return { name: METADATA, folder: METADATA, webSeeds, torrents, records: [] }
}

/** How many files stay at home, for each reason. */
function* tellWithheld({ withheld }: Selection): Generator<PackEvent> {
  const groups = Map.groupBy(withheld, (each) => JSON.stringify(each.reason))
  for (const group of groups.values()) {
    const [first] = group
    if (first) yield { kind: 'withheld', files: group.length, reason: first.reason }
  }
}

function readWebSeed(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new UserError(reason('package.no-web-seed', { text }))
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

async function writeTorrents(folder: string, { name, torrents }: BuiltVolume) {
  await writeText(join(folder, `${name}.torrent`), torrents.hybrid.bytes)
  await writeText(join(folder, `${name}-v1.torrent`), torrents.v1.bytes)
}

async function writeText(path: string, data: string | Uint8Array) {
  await writeFile(path, data, { flag: 'wx' })
  await syncFile(path)
}

function describeTorrent({ name, folder, torrents, webSeeds }: BuiltVolume): string {
  const { hybrid, v1, files, bytes } = torrents
  const line = {
    name,
    torrent: `${name}.torrent`,
    folder: folder === name ? folder : `${name}/${folder}`,
    files,
    bytes,
    infoHashV1: hybrid.infoHashV1,
    infoHashV2: hybrid.infoHashV2,
    magnet: magnetOf(name, hybrid, webSeeds),
    oldClients: { torrent: `${name}-v1.torrent`, infoHashV1: v1.infoHashV1 },
    webSeeds,
  }
  return `${JSON.stringify(line)}\n`
}
