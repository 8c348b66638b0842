import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RepairEvent, repairArchive } from '../../../src/app/archives/health/repair.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import {
  mediaOf,
  playlistOf,
  recordingOf,
  sha256,
  trackOf,
  whyOf,
} from '../../archive/support/sample.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { makeClock, type Say } from '../../support/hosts/replay.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'

const place = useTemporary()
const at = (...names: readonly string[]) => join(place.root, ...names)

interface Origin {
  /** What the file is called in the archive, and what it has in it. */
  readonly title: string
  /** An address, or a path below the test's folder. */
  readonly from: string
  readonly becomes: 'source' | string
}

const archive = 'https://archive.org/download/amber'
const gone = 'preserve.source-changed'

const origins: readonly Origin[] = [
  { title: 'by network', from: `${archive}/by-network.mp3`, becomes: 'source' },
  { title: 'other bytes there', from: `${archive}/other.mp3`, becomes: gone },
  { title: 'shorter there', from: `${archive}/shorter.mp3`, becomes: gone },
  { title: 'no more there', from: `${archive}/none.mp3`, becomes: gone },
  { title: 'at a host of nobody', from: 'https://elsewhere.example/x.mp3', becomes: gone },
  { title: 'at an inner host', from: 'http://127.0.0.1:9/x.mp3', becomes: gone },
  { title: 'own', from: 'Music/own.mp3', becomes: 'source' },
  { title: 'own and changed', from: 'Music/changed.mp3', becomes: gone },
  { title: 'own and gone', from: 'Music/gone.mp3', becomes: gone },
  { title: 'beside the library', from: 'Private/secret.mp3', becomes: gone },
  { title: 'behind a link', from: 'Music/link.mp3', becomes: gone },
]

const say: Say = ({ pathname }) => {
  const body = {
    '/download/amber/by-network.mp3': 'by network',
    '/download/amber/other.mp3': 'OTHER bytes there',
    '/download/amber/shorter.mp3': 'shorter',
  }[pathname]
  return body === undefined ? { status: 404 } : { headers: { 'content-type': 'audio/mpeg' }, body }
}

/** An archive of files that are their sources' to the byte; all of them are lost. */
async function makeLost(): Promise<ReadonlyMap<string, Origin>> {
  const list = playlistOf(
    'Mix',
    origins.map(({ title }) => trackOf(title)),
  )
  const paths = new Map<string, Origin>()
  await using archive = await openArchive(place.dir)
  for (const [number, origin] of origins.entries()) {
    const { title, from } = origin
    const isOwn = !URL.canParse(from)
    const recording = isOwn
      ? { ...recordingOf(at(from)), source: 'library' as const }
      : { ...recordingOf(title), source: 'internet-archive' as const }
    const path = join(archive.workDir, `${number}`)
    await writeFile(path, title)
    const media = mediaOf(path, { how: 'kept', originalSha256: sha256(title) })
    const track = trackOf(title)
    const stem = archive.plan(list, number + 1, track, recording)
    const why = { ...whyOf(track, recording), fileUrl: isOwn ? undefined : from }
    paths.set((await archive.put(media, stem, why)).path, origin)
  }
  await archive.checkpoint()
  for (const path of paths.keys()) await rm(join(place.dir, path))
  return paths
}

async function makeLibrary() {
  await mkdir(at('Music'))
  await mkdir(at('Private'))
  await writeFile(at('Music/own.mp3'), 'own')
  await writeFile(at('Music/changed.mp3'), 'own AND changed')
  await writeFile(at('Private/secret.mp3'), 'beside the library')
  await writeFile(at('Private/linked.mp3'), 'behind a link')
  await symlink(at('Private/linked.mp3'), at('Music/link.mp3'))
}

/** By path: how it was had back, or the codes of why not. */
async function repairBy(options: { readonly offline?: boolean }, say: Say) {
  await using replay = await startStrictReplay(say)
  const { network } = replay
  const clock = makeClock(Date.now())
  const environment = { cacheDir: at('cache'), processors: 1, network, clock }
  const { signal } = new AbortController()
  const choices = { ...options, libraries: [at('Music')] }
  const results = new Map<string, readonly string[]>()
  const note = (event: RepairEvent) => {
    if (event.kind === 'repaired') results.set(event.path, [event.by])
    if (event.kind === 'unrepaired')
      results.set(
        event.path,
        event.why.map(({ code }) => code),
      )
  }
  for await (const event of repairArchive(place.dir, environment, signal, choices)) note(event)
  return { results, asked: replay.asked.map(({ url }) => url.href) }
}

test('bytes come back from where they came from, where they are still exactly these, and from nowhere else', async () => {
  const lost = await makeLost()
  await makeLibrary()
  const isOfNetwork = ({ from }: Origin) => from.startsWith('http')
  const first = await repairBy({ offline: true }, say)
  expect(first.asked).toEqual([])
  for (const [path, origin] of lost) {
    const becomes = isOfNetwork(origin) ? 'preserve.source-needs-network' : origin.becomes
    expect(first.results.get(path), origin.title).toContain(becomes)
  }

  const { results, asked } = await repairBy({}, say)
  expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set(['archive.org']))
  for (const [path, origin] of lost) {
    const { title, becomes } = origin
    if (isOfNetwork(origin) || becomes !== 'source')
      expect(results.get(path), title).toContain(becomes)
    const content = await readFile(join(place.dir, path), 'utf8').catch(() => undefined)
    expect(content, title).toBe(becomes === 'source' ? title : undefined)
  }
})
