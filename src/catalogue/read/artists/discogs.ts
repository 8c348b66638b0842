import { XMLParser } from 'fast-xml-parser'
import { type Reason, reason } from '../../../model/reason.ts'
import { openFile } from '../lines.ts'
import { ElementSplitter } from '../xml-elements.ts'
import { type ArtistBatch, ArtistBatcher, type ListedArtist, textOf } from './artist.ts'

/** No artist is longer: a text that goes on beyond this was not closed. */
const MAX_ARTIST_LENGTH = 16 * 2 ** 20

/**
 * Discogs' monthly dump of artists (https://data.discogs.com, CC0). Its name variations are names; what it calls
 * aliases are other projects of the same person, artists of their own.
 */
export async function* readDiscogs(path: string, signal: AbortSignal): AsyncGenerator<ArtistBatch> {
  const open = openFile(path, signal)
  const decoder = new TextDecoder()
  const splitter = new ElementSplitter('artist', MAX_ARTIST_LENGTH)
  const batch = new ArtistBatcher()
  let row = 0
  for await (const chunk of open.chunks) {
    for (const text of splitter.push(decoder.decode(chunk, { stream: true })))
      batch.add(++row, readArtist(text))
    if (splitter.isTooLong) batch.add(++row, reason('catalogue.row-artist-open'))
    yield batch.take(open.bytesRead)
  }
  if (splitter.rest.includes('<artist>')) batch.add(++row, reason('catalogue.row-artist-open'))
  yield batch.take(open.bytesRead)
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name, path) => name === 'name' && path !== 'artist.name',
  // Most of each artist, and nothing of ours.
  stopNodes: ['*.images', '*.profile', '*.urls', '*.members', '*.groups'],
})

interface DiscogsArtist {
  readonly id?: string
  readonly name?: string
  readonly namevariations?: { readonly name?: readonly unknown[] }
  readonly aliases?: { readonly name?: readonly unknown[] }
}

function readArtist(text: string): ListedArtist | Reason {
  let artist: DiscogsArtist | undefined
  try {
    artist = parser.parse(text.slice(text.indexOf('<artist>'))).artist
  } catch {
    return reason('catalogue.row-no-xml')
  }
  const id = textOf(artist?.id)
  const name = textOf(artist?.name)
  if (id === undefined || name === undefined) return reason('catalogue.row-no-artist')
  return {
    id,
    names: [name, ...namesIn(artist?.namevariations)].map(withoutCount),
    projects: namesIn(artist?.aliases).map(withoutCount),
  }
}

const namesIn = (list: { readonly name?: readonly unknown[] } | undefined): readonly string[] =>
  (list?.name ?? []).map(textOf).filter((name) => name !== undefined)

/** `(2)` tells apart artists of the same name and is not part of it. */
const withoutCount = (name: string) => name.replace(/ \(\d+\)$/, '')
