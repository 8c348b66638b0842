import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readOnce } from '../../../../src/base/read-once.ts'
import { pieceSink } from '../../../../src/packages/torrent/piece-sink.ts'
import { streamSink } from '../../../../src/packages/torrent/stream-sink.ts'
import {
  firstVersionTorrent,
  hybridTorrent,
  type Torrent,
  type TorrentFile,
  type TorrentOptions,
} from '../../../../src/packages/torrent/write-torrent.ts'

/** Paths to contents. */
export type Shape = Readonly<Record<string, Uint8Array>>

export function writeShape(folder: string, shape: Shape): void {
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of Object.entries(shape)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

export interface MadeTorrents {
  readonly hybrid: Torrent
  readonly v1: Torrent
}

/** As `pack` makes them: each file is read once. */
export async function makeTorrents(
  folder: string,
  paths: readonly string[],
  options: TorrentOptions,
): Promise<MadeTorrents> {
  const stream = streamSink(options.pieceLength)
  const files: TorrentFile[] = []
  for (const path of paths) {
    const sink = pieceSink(options.pieceLength, paths.length === 1)
    const bytes = await readOnce(join(folder, path), [sink, stream])
    files.push({ path, bytes, ...sink.finish() })
  }
  return {
    hybrid: hybridTorrent(files, options),
    v1: firstVersionTorrent(files, stream.finish(), options),
  }
}

export const python = '/usr/bin/python3'
export const libtorrentScript = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export const hasLibtorrent = (() => {
  try {
    execFileSync(python, ['-c', 'import libtorrent'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('SKIPPED, no python3-libtorrent (Debian): torrents are not compared with its own')
    return false
  }
})()

interface Asked {
  readonly folder: string
  /** 0: libtorrent chooses. */
  readonly pieceLength: number
  readonly version?: 1
  readonly webSeeds?: readonly string[]
  /** Their order; without it, libtorrent lists the folder. */
  readonly files?: readonly string[]
}

/** A libtorrent that answers one question after the other. */
export function startLibtorrent() {
  const child = spawn(python, [libtorrentScript('make_torrents.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(asked: Asked): Promise<Buffer> {
      child.stdin.write(`${JSON.stringify(asked)}\n`)
      const { value } = await lines.next()
      return Buffer.from(value ?? '', 'base64')
    },
    [Symbol.dispose]: () => child.stdin.end(),
  }
}
