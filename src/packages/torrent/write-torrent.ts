import { hash } from 'node:crypto'
import { latin1 } from './bencode/decode.ts'
import { type Bencodable, bencode } from './bencode/encode.ts'
import { compareBytes, joinBytes } from './bytes.ts'
import type { FilePieces } from './piece-sink.ts'

export interface TorrentFile extends FilePieces {
  /** Relative to the torrent's folder, `/` between folders. */
  readonly path: string
  readonly bytes: number
}

export interface TorrentOptions {
  /** Of the folder that the files lie in. */
  readonly name: string
  readonly pieceLength: number
  /** Addresses that end in `/`: behind each stands the torrent's name, then the path of a file (BEP 19). */
  readonly webSeeds?: readonly string[]
}

export interface Torrent {
  /** The content of the `.torrent` file. */
  readonly bytes: Uint8Array
  /** SHA-1 of its `info`, in lower-case hexadecimal: how the first version of the protocol calls it (BEP 3). */
  readonly infoHashV1: string
  /** SHA-256 of it: how the second version calls it (BEP 52). None of a torrent of the first version alone. */
  readonly infoHashV2?: string
}

const CREATED_BY = 'Songkeep'

type Dictionary = Map<string | Uint8Array, Bencodable>

/**
 * One torrent for both versions of the protocol (BEP 52, "Upgrade Path"). Every file begins with a piece: files of
 * zeros that nobody writes to a disk stand between them in the list of the first version (BEP 47), and behind the last
 * one, as libtorrent has it; not behind an only one. The same files make the same bytes: there is no date in it.
 */
export function hybridTorrent(files: readonly TorrentFile[], options: TorrentOptions): Torrent {
  const { name, pieceLength } = options
  const sorted = files.toSorted((one, other) => comparePaths(one.path, other.path))
  const isAlone = files.length === 1
  const listed = sorted.flatMap((file) => [
    fileEntry(file),
    ...(isAlone ? [] : padBehind(file, pieceLength)),
  ])
  const info: Dictionary = new Map<string, Bencodable>([
    ['file tree', fileTree(sorted)],
    ['files', listed],
    ['meta version', 2],
    ['name', name],
    ['piece length', pieceLength],
    ['pieces', joinBytes(sorted.map(({ pieces }) => pieces))],
  ])
  const infoBytes = bencode(info)
  return {
    bytes: seal(info, options, new Map([['piece layers', pieceLayers(sorted)]])),
    infoHashV1: hash('sha1', infoBytes, 'hex'),
    infoHashV2: hash('sha256', infoBytes, 'hex'),
  }
}

/**
 * A torrent of the first version alone, for clients that take no other (Transmission before 4.0): the same files,
 * without anything between them. It has an address of its own, so its swarm is another one.
 * @param files in the order in which `pieces` were made
 */
export function firstVersionTorrent(
  files: readonly Pick<TorrentFile, 'path' | 'bytes'>[],
  pieces: Uint8Array,
  options: TorrentOptions,
): Torrent {
  const { name, pieceLength } = options
  const info: Dictionary = new Map<string, Bencodable>([
    ['files', files.map(fileEntry)],
    ['name', name],
    ['piece length', pieceLength],
    ['pieces', pieces],
  ])
  return {
    bytes: seal(info, options),
    infoHashV1: hash('sha1', bencode(info), 'hex'),
  }
}

function seal(info: Dictionary, { webSeeds = [] }: TorrentOptions, more: Dictionary = new Map()) {
  const all: Dictionary = new Map([...more, ['created by', CREATED_BY], ['info', info]])
  // One address stands by itself, several in a list (BEP 19).
  const [first, ...others] = webSeeds
  if (first !== undefined) all.set('url-list', others.length > 0 ? webSeeds : first)
  return bencode(all)
}

function fileEntry({ path, bytes }: Pick<TorrentFile, 'path' | 'bytes'>): Bencodable {
  return new Map<string, Bencodable>([
    ['length', bytes],
    ['path', path.split('/')],
  ])
}

function padBehind({ bytes }: TorrentFile, pieceLength: number): readonly Bencodable[] {
  const length = (pieceLength - (bytes % pieceLength)) % pieceLength
  if (length === 0) return []
  return [
    new Map<string, Bencodable>([
      ['attr', 'p'],
      ['length', length],
      ['path', ['.pad', String(length)]],
    ]),
  ]
}

/** By the root of each file that is longer than a piece; files of the same bytes have one together. */
function pieceLayers(files: readonly TorrentFile[]): Dictionary {
  const layers = new Map<string, readonly [Uint8Array, Uint8Array]>()
  for (const { root, layer } of files)
    if (root && layer.length > 0) layers.set(latin1(root), [root, layer])
  return new Map(layers.values())
}

function fileTree(files: readonly TorrentFile[]): Dictionary {
  const tree: Dictionary = new Map()
  for (const { path, bytes, root } of files) {
    const properties: Dictionary = new Map([['length', bytes]])
    if (root) properties.set('pieces root', root)
    let folder = tree
    for (const name of path.split('/')) {
      const inner = folder.get(name) ?? new Map()
      folder.set(name, inner)
      folder = inner as Dictionary
    }
    folder.set('', properties)
  }
  return tree
}

const utf8 = new TextEncoder()

/** Folder by folder, names by their bytes: the order in which the tree of a torrent has them. */
function comparePaths(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareBytes(utf8.encode(left[at]), utf8.encode(right[at]))
    if (order !== 0) return order
  }
  return left.length - right.length
}
