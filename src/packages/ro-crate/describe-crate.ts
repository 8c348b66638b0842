import type { OwnFile, PackageContents } from '../package-contents.ts'
import type { PlacedFile } from '../place-contents.ts'
import { tellRights } from '../tell-rights.ts'
import { describeOwn, describeRecording } from './describe-recording.ts'
import { type Entity, Graph, localId, refer } from './entity.ts'

const DESCRIPTIONS: Readonly<Record<OwnFile['kind'], string>> = {
  record: 'What the archive records of its files, lists and decisions',
  text: 'A playlist, or what is told of it',
  cover: 'The cover of the album beside it',
  parity: 'Parity, by which damaged files can be restored',
}

/** The whole metadata document of an archive (RO-Crate 1.2): descriptor, root, files, playlists, and what they name. */
export function describeCrate(
  contents: PackageContents,
  placed: readonly PlacedFile[],
  software: string,
): { readonly graph: readonly Entity[]; readonly root: Entity } {
  const graph = new Graph()
  const files = placed.map((file) =>
    graph.add(
      file.kind === 'recording'
        ? describeRecording(file, graph)
        : describeOwn(file.path, file.mediaType, file, DESCRIPTIONS[file.kind]),
    ),
  )
  const playlists = describePlaylists(contents, placed, graph)
  const root = describeRoot(contents, placed, software, graph, files, playlists)
  const descriptor: Entity = {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: refer('./'),
    conformsTo: refer('https://w3id.org/ro/crate/1.2'),
  }
  return { graph: [descriptor, root, ...graph.list()], root }
}

function describeRoot(
  { name, at }: PackageContents,
  placed: readonly PlacedFile[],
  software: string,
  graph: Graph,
  files: readonly object[],
  playlists: readonly object[],
): Entity {
  const recordings = placed.filter((file) => file.kind === 'recording')
  const licence = graph.add({
    '@id': '#licences',
    '@type': 'CreativeWork',
    name: 'Each file has its own licence',
    description: `${tellRights(placed)} The licence stands beside each file.`,
  })
  const maker = graph.add({
    '@id': localId('software', software),
    '@type': 'SoftwareApplication',
    name: software.split(' ')[0],
    version: software.split(' ')[1],
  })
  return {
    '@id': './',
    '@type': 'Dataset',
    name,
    description: `An archive of playlists kept by Songkeep: ${recordings.length} recordings with their records.`,
    datePublished: at,
    license: licence,
    sdPublisher: maker,
    hasPart: files,
    mentions: playlists,
  }
}

/** A playlist names the recordings in its folder, by the names that files have there. */
function describePlaylists(
  { lists }: PackageContents,
  placed: readonly PlacedFile[],
  graph: Graph,
): readonly object[] {
  return lists.map(({ id, name, folder, uris }) => {
    const inside = placed.filter(
      (file) => file.kind === 'recording' && file.path.startsWith(`${folder}/`),
    )
    return graph.add({
      '@id': localId('playlist', id),
      '@type': 'MusicPlaylist',
      name,
      identifier: uris[0],
      numTracks: inside.length,
      track: inside.map((file) =>
        refer(
          file.kind === 'recording'
            ? localId('recording', `${file.kept.chosen.source}:${file.kept.chosen.id}`)
            : file.path,
        ),
      ),
    })
  })
}
