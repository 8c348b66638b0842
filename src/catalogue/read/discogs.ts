import { XMLParser } from 'fast-xml-parser'
import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { UserError } from '../../words/user-error.ts'
import { openFile } from './lines.ts'
import { Batch, type Reader } from './reader.ts'
import { makeRecording, readClock } from './recording.ts'
import { ElementSplitter } from './xml-elements.ts'

/** No release is longer: a text that goes on beyond this was not closed. */
const MAX_RELEASE_LENGTH = 32 * 2 ** 20
const NO_TRACKS = /^\s*(?:<\?xml[^>]*>\s*)?<(?:masters|artists|labels)\b/

/** Discogs' monthly dump of releases (https://data.discogs.com, CC0): each track of each release. */
export const discogs: Reader = {
  format: 'discogs',
  licence: 'CC0-1.0',
  recognise: (name, start) =>
    name.endsWith('.xml') && /<(?:releases|masters|artists|labels)\b/.test(start),
  async *read(file, signal) {
    const open = openFile(file.path, signal)
    const decoder = new TextDecoder()
    const batch = new Batch()
    const splitter = new ElementSplitter('release', MAX_RELEASE_LENGTH)
    let row = 0
    for await (const chunk of open.chunks) {
      const releases = splitter.push(decoder.decode(chunk, { stream: true }))
      if (row === 0 && NO_TRACKS.test(splitter.rest)) {
        throw new UserError(
          reason('catalogue.no-tracks', { path: file.path }),
          reason('catalogue.use-releases'),
        )
      }
      for (const release of releases) {
        row++
        for (const made of readRelease(release, row)) batch.add(row, made)
      }
      if (splitter.isTooLong) batch.add(++row, reason('catalogue.row-release-open'))
      yield batch.take(open.bytesRead)
    }
  },
}

const LISTS = new Set(['artist', 'track'])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
  // Half of each release, and nothing of ours.
  stopNodes: ['*.images', '*.videos', '*.companies', '*.notes', '*.extraartists', '*.identifiers'],
})

interface Artist {
  readonly name?: string
  readonly anv?: string
}

interface DiscogsTrack {
  readonly position?: string
  readonly title?: string
  readonly duration?: string
  readonly artists?: { readonly artist?: readonly Artist[] }
  readonly sub_tracks?: { readonly track?: readonly DiscogsTrack[] }
}

interface Release extends DiscogsTrack {
  readonly id?: string
  readonly released?: string
  readonly tracklist?: { readonly track?: readonly DiscogsTrack[] }
}

function readRelease(text: string, row: number): (Recording | Reason)[] {
  let release: Release | undefined
  try {
    // Before the first release stands the opening of the whole.
    release = parser.parse(text.slice(text.indexOf('<release '))).release
  } catch {
    return [reason('catalogue.row-no-xml')]
  }
  if (typeof release?.id !== 'string') return [reason('catalogue.row-no-release')]
  const { id } = release
  const tracks = (release.tracklist?.track ?? []).flatMap(leaves)
  return tracks
    .filter((track) => track.title !== undefined && track.title !== '')
    .map((track, index) =>
      makeRecording(
        {
          id: `${id}/${track.position || index + 1}`,
          title: track.title,
          artists: namesOf(track) ?? namesOf(release) ?? [],
          album: release.title,
          durationMs: readClock(track.duration ?? ''),
          year: release.released,
          url: `https://www.discogs.com/release/${id}`,
        },
        'discogs',
        row,
      ),
    )
}

/** Tracks proper: headings have neither place nor length, medleys are told by their parts. */
function leaves(track: DiscogsTrack): readonly DiscogsTrack[] {
  const parts = track.sub_tracks?.track ?? []
  if (parts.length > 0) return parts.flatMap(leaves)
  return !track.position && !track.duration ? [] : [track]
}

/** Names as credited there; `(2)` tells apart people of the same name and is not part of it. */
function namesOf(entity: DiscogsTrack): readonly string[] | undefined {
  const names = entity.artists?.artist?.map(
    ({ anv, name }) => anv || (name ?? '').replace(/ \(\d+\)$/, ''),
  )
  return names?.some((name) => name !== '') ? names : undefined
}
