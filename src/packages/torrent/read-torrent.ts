import { hash } from 'node:crypto'
import { decode } from './bencode/decode.ts'
import { Fields, TorrentError } from './fields.ts'
import { BLOCK_BYTES, merkleRoot, padDigest, powerOfTwo, SHA256_BYTES } from './merkle.ts'

/** A file as a torrent of the second version describes it. */
export interface DescribedFile {
  /** `/` between folders; safe to look for beneath a folder. */
  readonly path: string
  readonly bytes: number
  /** None of an empty file. */
  readonly root?: Uint8Array
  /** A digest of 32 bytes a piece; where the file fits into one piece, its root. */
  readonly layer: Uint8Array
}

export interface ReadTorrent {
  readonly name: string
  readonly pieceLength: number
  readonly files: readonly DescribedFile[]
  readonly webSeeds: readonly string[]
  /** Lower-case hexadecimal. */
  readonly infoHashV1: string
  readonly infoHashV2: string
}

/** A torrent's file that is larger is not read. */
export const MAX_TORRENT_BYTES = 64 * 1024 * 1024
const MAX_PIECE_LENGTH = 128 * 1024 * 1024
const MAX_FOLDERS = 60

/**
 * Reads a torrent of the second version, or of both, believing nothing: each layer of pieces must have the root that
 * the tree gives its file. Throws BencodeError and TorrentError.
 */
export function readTorrent(bytes: Uint8Array): ReadTorrent {
  if (bytes.length > MAX_TORRENT_BYTES) throw new TorrentError('It is too large.')
  const { value, raw } = decode(bytes)
  const top = new Fields(value)
  const info = top.fields('info')
  if (!info.has('meta version') || info.number('meta version') !== 2)
    throw new TorrentError('It is of another version.')
  const pieceLength = info.number('piece length')
  const isPossible = pieceLength >= BLOCK_BYTES && pieceLength <= MAX_PIECE_LENGTH
  if (!isPossible || powerOfTwo(pieceLength) !== pieceLength)
    throw new TorrentError('Its pieces have no length that may be.')
  const name = info.text('name')
  if (!isName(name)) throw new TorrentError('Its name is none of a folder.')
  const layers = top.fields('piece layers')
  const infoBytes = raw.get('info') ?? new Uint8Array(0)
  return {
    name,
    pieceLength,
    files: readTree(info.fields('file tree'), (each) => readFile(each, pieceLength, layers)),
    webSeeds: top.texts('url-list'),
    infoHashV1: hash('sha1', infoBytes, 'hex'),
    infoHashV2: hash('sha256', infoBytes, 'hex'),
  }
}

interface FoundFile {
  readonly path: string
  readonly properties: Fields
}

function readTree(tree: Fields, read: (file: FoundFile) => DescribedFile): DescribedFile[] {
  const found: DescribedFile[] = []
  const walk = (folder: Fields, names: readonly string[]) => {
    if (names.length > MAX_FOLDERS) throw new TorrentError('Its folders are too deep.')
    for (const name of folder.names()) {
      const inner = folder.fields(name)
      const here = [...names, name]
      if (!isName(name)) throw new TorrentError('A name in it leads elsewhere.')
      if (inner.has('')) found.push(read({ path: here.join('/'), properties: inner.fields('') }))
      else walk(inner, here)
    }
  }
  walk(tree, [])
  return found
}

function readFile({ path, properties }: FoundFile, pieceLength: number, layers: Fields) {
  const bytes = properties.number('length')
  if (bytes < 0) throw new TorrentError('A file in it has no length.')
  if (bytes === 0) return { path, bytes, layer: new Uint8Array(0) }
  const root = properties.bytes('pieces root')
  if (root.length !== SHA256_BYTES) throw new TorrentError('A digest in it has no length.')
  if (bytes <= pieceLength) return { path, bytes, root, layer: root }
  const layer = layers.bytes(root)
  const count = Math.ceil(bytes / pieceLength)
  const pad = padDigest(pieceLength / BLOCK_BYTES)
  const isWhole =
    layer.length === count * SHA256_BYTES &&
    Buffer.compare(merkleRoot(layer, powerOfTwo(count), pad), root) === 0
  if (!isWhole) throw new TorrentError('A layer of pieces is not the one that the tree names.')
  return { path, bytes, root, layer }
}

/** One name of a file or folder that leads nowhere else. */
const isName = (name: string) =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name) && name.length < 1000
