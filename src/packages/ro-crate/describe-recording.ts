import type { ArchivedFile } from '../../model/archived-file.ts'
import type { RecordingFile } from '../package-contents.ts'
import type { Digests } from '../place-file.ts'
import { type Entity, type Graph, isoDuration, localId, type Reference } from './entity.ts'
import { fileId } from './ids.ts'

/** A kept file: what it is, whose recording, where from, under which licence, and who may have it. */
export function describeRecording(file: RecordingFile & Digests, graph: Graph): Entity {
  const { kept, path, mayShare } = file
  return {
    '@id': fileId(path),
    '@type': ['File', 'AudioObject'],
    name: `${kept.chosen.artists.join(', ')} – ${kept.chosen.title}`,
    encodingFormat: file.mediaType,
    contentSize: String(file.bytes),
    sha256: file.sha256,
    duration: isoDuration(kept.durationMs),
    dateCreated: kept.keptAt,
    license: describeLicence(kept, graph),
    conditionsOfAccess: mayShare
      ? 'May be shared under its licence.'
      : 'For its owner’s personal use: not to be shared.',
    ...describeSource(kept, graph),
    encodesCreativeWork: describeWork(kept, graph),
  }
}

function describeLicence({ verdict }: ArchivedFile, graph: Graph): Reference {
  const { id, name, url } = verdict.licence
  return graph.add({
    '@id': url !== undefined && /^https?:\/\/[^\s<>"]+$/.test(url) ? url : localId('licence', id),
    '@type': 'CreativeWork',
    name,
    identifier: id,
    description: verdict.licence.asGiven ?? name,
  })
}

/** Where the sound was found. What is the owner's own has no address. */
function describeSource({ chosen }: ArchivedFile, graph: Graph): object {
  const { url, source, id, uploader } = chosen
  if (url === undefined || !/^https?:\/\/[^\s<>"]+$/.test(url)) return {}
  const from = graph.add({
    '@id': url,
    '@type': 'WebPage',
    name: chosen.title,
    identifier: `${source}:${id}`,
    creditText: uploader,
  })
  return { isBasedOn: from }
}

function describeWork({ track, chosen }: ArchivedFile, graph: Graph): Reference {
  const artists = chosen.artists.map((name) =>
    graph.add({ '@id': localId('artist', name), '@type': 'MusicGroup', name }),
  )
  const { album } = chosen
  return graph.add({
    '@id': localId('recording', `${chosen.source}:${chosen.id}`),
    '@type': 'MusicRecording',
    name: chosen.title,
    byArtist: artists,
    isrcCode: track.isrc,
    inAlbum:
      album === undefined
        ? undefined
        : graph.add({ '@id': localId('album', album), '@type': 'MusicAlbum', name: album }),
  })
}

/** One of the archive's own files. */
export function describeOwn(
  path: string,
  mediaType: string,
  { bytes, sha256 }: Digests,
  description: string,
): Entity {
  return {
    '@id': fileId(path),
    '@type': 'File',
    name: path,
    description,
    encodingFormat: mediaType,
    contentSize: String(bytes),
    sha256,
  }
}
