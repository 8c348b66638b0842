import { lstat, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Reason, reason } from '../../model/reason.ts'
import type { PackageFault, ValidateOptions } from '../fault.ts'
import { BencodeError } from './bencode/decode.ts'
import { type ByteRange, checkFolder, type TorrentFinding } from './check-folder.ts'
import { TorrentError } from './fields.ts'
import { MAX_TORRENT_BYTES, type ReadTorrent, readTorrent } from './read-torrent.ts'

const MAX_RANGES = 20

/**
 * Compares what a torrent names with what lies beside it: the folder, or for a torrent of a single file (BEP 52, file
 * tree) that file. Only torrents of the second version, or of both, are read.
 */
export async function validateTorrent(
  place: string,
  { signal, onProgress }: ValidateOptions = {},
): Promise<readonly PackageFault[]> {
  const torrent = await read(place)
  if (typeof torrent === 'string')
    return [error('', reason('package.torrent-unread', { why: torrent }))]
  const folder = await findFolder(dirname(place), torrent)
  if (folder === undefined)
    return [error('', reason('package.torrent-without-folder', { name: torrent.name }))]
  const faults: PackageFault[] = []
  const total = torrent.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const file of torrent.files) {
    onProgress?.(done, total)
    for await (const finding of checkFolder(folder, { ...torrent, files: [file] }, signal))
      faults.push(error(finding.path, describe(finding, file.bytes)))
    done += file.bytes
  }
  return faults
}

/** Or what is wrong with it. */
async function read(place: string): Promise<ReadTorrent | string> {
  const { size } = await stat(place)
  if (size > MAX_TORRENT_BYTES) return 'It is too large.'
  try {
    return readTorrent(await readFile(place))
  } catch (fault) {
    if (fault instanceof TorrentError || fault instanceof BencodeError) return fault.message
    throw fault
  }
}

async function findFolder(dir: string, { name, files }: ReadTorrent): Promise<string | undefined> {
  const folder = join(dir, name)
  if ((await lstat(folder).catch(() => undefined))?.isDirectory()) return folder
  const isSingle = files.length === 1 && files[0]?.path === name
  return isSingle ? dir : undefined
}

function describe(finding: TorrentFinding, bytes: number): Reason {
  switch (finding.kind) {
    case 'missing':
      return reason('package.file-missing')
    case 'length':
      return reason('package.torrent-other-length', { bytes: finding.bytes, promised: bytes })
    case 'damaged':
      return reason('package.torrent-damaged', {
        ranges: tellRanges(finding.ranges),
      })
  }
}

/** Pieces that follow one another as one range: `0–32767`; no more of them than somebody reads. */
function tellRanges(ranges: readonly ByteRange[]): readonly string[] {
  const joined: ByteRange[] = []
  for (const { start, end } of ranges) {
    const last = joined.at(-1)
    if (last?.end === start) joined.splice(-1, 1, { start: last.start, end })
    else joined.push({ start, end })
  }
  const told = joined.slice(0, MAX_RANGES).map(({ start, end }) => `${start}–${end - 1}`)
  return joined.length > MAX_RANGES ? [...told, '…'] : told
}

const error = (path: string, why: Reason): PackageFault => ({
  severity: 'error',
  path,
  reason: why,
})
