import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pack } from '../../../src/app/archives/packages/pack.ts'
import { buildCatalogueFromFiles } from '../../../src/app/catalogues/build.ts'
import { readGzipLines } from '../../../src/packages/metadata/gzip-lines.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { keepAll } from '../../preserve/torrent/support/shareable.ts'

const place = useTemporary()
const signal = new AbortController().signal

async function release(source: string, options = {}) {
  const out = join(place.root, 'releases')
  await Array.fromAsync(pack({ source, as: 'metadata', out, options, signal }))
  const { release: name } = JSON.parse(await readFile(join(out, 'latest.json'), 'utf8'))
  const lines = readGzipLines(join(out, 'releases', name, 'recordings.jsonl.gz'))
  return (await Array.fromAsync(lines)).map((line) => JSON.parse(line))
}

test('of an archive: each recording with its licence, and no path of the user’s', async () => {
  await keepAll(place.dir, [
    { title: 'Tide', content: 'sea' },
    { title: 'Mine', content: 'm', recording: { source: 'library', id: '/home/me/secret.mp3' } },
    { title: 'Shut', content: 's', recording: { licence: 'CC BY 4.0. No AI training.' } },
  ])
  const rows = await release(place.dir)
  expect(rows).toMatchObject([
    { title: 'Mine', id: /^file:[0-9a-f]{64}$/.exec(rows[0].id)?.[0], provenance: 'own file' },
    { title: 'Shut', id: 'internet-archive:item-3/01', licence: 'CC-BY-4.0', tdm_reserved: true },
    {
      title: 'Tide',
      licence: 'CC-BY-SA-4.0',
      licence_url: 'https://creativecommons.org/licenses/by-sa/4.0/',
      url: 'https://archive.org/details/item-1',
      tdm_reserved: false,
    },
  ])
  expect(JSON.stringify(rows)).not.toContain('secret')
  const kept = await release(place.dir, { withoutReserved: true })
  expect(kept.map(({ title }) => title)).toEqual(['Mine', 'Tide'])
})

test('of a catalogue: what its newest index says', async () => {
  const folder = join(place.root, 'catalogue')
  const file = join(place.root, 'shelf.jsonl')
  const row = (id: string, title: string) => JSON.stringify({ id, title, artists: ['Ana', 'Bo'] })
  await writeFile(file, `${row('1', 'Tide')}\n${row('2', 'Moon')}\n`)
  await buildCatalogueFromFiles({ out: folder, files: [file] })
  await writeFile(file, `${row('2', 'Full Moon')}\n`)
  await buildCatalogueFromFiles({ out: folder, files: [file], update: true })
  const rows = await release(folder)
  expect(rows.map((each) => [each.title, each.artist_credit])).toEqual([
    ['Full Moon', 'Ana; Bo'],
    ['Tide', 'Ana; Bo'],
  ])
})
