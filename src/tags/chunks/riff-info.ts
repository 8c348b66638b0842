import { type NamedTexts, readNamed } from '../map/read-named.ts'
import type { ReadRequest, TagLayer } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { readPart } from '../read/read-part.ts'
import { layouts } from './layouts.ts'
import { decodeTexts } from './legacy-bytes.ts'
import { walkChunks } from './walk-chunks.ts'

/** A text as it stands in the file. */
export type NamedBytes = readonly [name: string, bytes: Uint8Array]

/** The texts of a list of the kind `INFO`; none of any other. */
export async function readInfo(
  file: ByteSource,
  start: number,
  end: number,
): Promise<NamedBytes[]> {
  const texts: NamedBytes[] = []
  if ((await file.read(start, 4)).toString('latin1') !== 'INFO') return texts
  for await (const chunk of walkChunks(file, layouts.riff, { from: start + 4, to: end }))
    texts.push([chunk.name, await readPart(file, chunk.start, chunk.end)])
  return texts
}

/** Texts of a fixed width, from the start of `bext`: EBU Tech 3285, 2.3. What else it has belongs to the old file. */
const broadcast = [
  ['DESCRIPTION', 0, 256],
  ['ORIGINATOR', 256, 32],
  ['ORIGINATOR_REFERENCE', 288, 32],
  ['DATE', 320, 10],
] as const

/** As bytes: the standard says ASCII, and programs write what they like. */
export const readBroadcast = (bytes: Uint8Array): readonly NamedBytes[] =>
  broadcast.map(([name, start, length]) => [name, bytes.subarray(start, start + length)])

export interface InfoTexts {
  readonly info: readonly NamedBytes[]
  readonly bext: readonly NamedBytes[]
  /** From CSET: a Windows code page. */
  readonly codePage?: number
}

/** What broadcasters write comes last. */
export function layersOfInfo(
  { info, bext, codePage }: InfoTexts,
  { path }: ReadRequest,
): readonly TagLayer[] {
  const all = [...info, ...bext]
  const texts = decodeInfo(
    all.map(([, bytes]) => bytes),
    codePage,
    path,
  )
  const named: NamedTexts = all.map(([name], index) => nameInfo(name, texts[index] ?? ''))
  return [
    { tags: readNamed('riff', named.slice(0, info.length)) },
    { tags: readNamed('riff', named.slice(info.length)) },
  ]
}

/** ISRC is the source that lent the original; FFmpeg and others write there what the name looks like. */
const nameInfo = (name: string, text: string) =>
  [
    name === 'ISRC' && !/^[A-Z]{2}-?\w{3}-?\d{2}-?\d{5}$/i.test(text) ? 'source' : name,
    text,
  ] as const

/** Code pages of Windows by their numbers, where `windows-` is not all of the name. */
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** By the code page that the file names, if it is one that is known. */
function decodeInfo(texts: readonly Uint8Array[], codePage = 0, path: string) {
  const isWindows = codePage >= 1250 && codePage <= 1258
  const known = isWindows ? `windows-${codePage}` : codePages[codePage]
  if (known === undefined) return decodeTexts(texts, 'windows-1252', path)
  return texts.map((bytes) => new TextDecoder(known).decode(bytes).replace(/\0.*/s, '').trim())
}
