import { join } from 'node:path'
import { digestSink } from '../../base/hash.ts'
import { readOnce } from '../../base/read-once.ts'
import { pieceSink } from './piece-sink.ts'
import { streamSink } from './stream-sink.ts'
import {
  firstVersionTorrent,
  hybridTorrent,
  type Torrent,
  type TorrentFile,
  type TorrentOptions,
} from './write-torrent.ts'

export interface VolumeTorrents {
  /** For both versions of the protocol. */
  readonly hybrid: Torrent
  /** For clients that take the first version alone. */
  readonly v1: Torrent
  readonly files: number
  readonly bytes: number
}

/**
 * Hashes the files of one torrent's folder, each in one read, in the order in which the torrent of the first version is
 * to have them. A volume has two files at least: the last one of a single file is not filled up.
 */
export class VolumeHasher {
  readonly #folder: string
  readonly #options: TorrentOptions
  readonly #files: TorrentFile[] = []
  readonly #stream

  constructor(folder: string, options: TorrentOptions) {
    this.#folder = folder
    this.#options = options
    this.#stream = streamSink(options.pieceLength)
  }

  /**
   * Takes a file in, and returns its SHA-256. Where `wanted` is given and the bytes have another one, nothing of them
   * stays: undefined.
   */
  async add(path: string, wanted?: string, signal?: AbortSignal): Promise<string | undefined> {
    const mark = this.#stream.mark()
    const digest = digestSink('sha256')
    const pieces = pieceSink(this.#options.pieceLength)
    const sinks = [digest, pieces, this.#stream]
    const bytes = await readOnce(join(this.#folder, path), sinks, { noFollow: true, signal })
    const sha256 = digest.hex()
    if (wanted !== undefined && sha256 !== wanted) {
      this.#stream.reset(mark)
      return undefined
    }
    this.#files.push({ path, bytes, ...pieces.finish() })
    return sha256
  }

  finish(): VolumeTorrents {
    const files = this.#files
    return {
      hybrid: hybridTorrent(files, this.#options),
      v1: firstVersionTorrent(files, this.#stream.finish(), this.#options),
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    }
  }
}
