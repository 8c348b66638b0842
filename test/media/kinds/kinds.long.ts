import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { type AudioFormat, audioFormats, type Media } from '../../../src/model/media.ts'
import { reasonOf } from '../../../src/model/reason.ts'
import { english } from '../../../src/words/english.ts'
import { readWithMutagen } from '../../support/python/mutagen.ts'
import { sizeOf } from '../../support/size.ts'
import { hasNative, never, openStudio, requestFor } from '../studio.ts'
import { differing, fieldsOfMutagen, fieldsOfTags } from './compare.ts'
import type { Kind } from './kind.ts'
import { lossless } from './lossless.ts'
import { lossy } from './lossy.ts'
import { makeKind } from './make-kind.ts'

const kinds = [...lossless, ...lossy]

/**
 * A table of kinds of file: each is kept in every format with the tags that it had, of what is lossless every bit
 * comes out as FLAC, and nothing false is told of it.
 */
describe.skipIf(!hasNative)('whole files of every kind are kept', () => {
  const studio = openStudio('ffmpeg')
  const rows: string[] = []
  let maker: MediaMaker
  beforeAll(async () => {
    maker = await openMedia({ ffmpeg: 'ffmpeg', width: 2, workDir: studio.path('work') })
    return () => maker[Symbol.asyncDispose]()
  })
  afterAll(() => console.log(rows.join('\n')))

  test.each(kinds)('$name', async (kind) => {
    const path = studio.path(`${kinds.indexOf(kind)}.${kind.ending}`)
    const missing = await makeKind(kind, path)
    if (missing) return console.warn(`SKIPPED, no ${missing} here: ${kind.name}`)
    const made = await Promise.all(formatsFor(kind).map((format) => make(maker, path, format)))
    const complaints = await judge(kind, path, made)
    const how = made.map(({ media, format }) => `${format} ${media?.how ?? 'REFUSED'}`)
    const notes = made.flatMap(({ media }) => media?.notes.map(({ code }) => code) ?? [])
    rows.push([kind.name, how.join(', '), [...new Set(notes)].join(', ')].join(' | '))
    expect(complaints).toEqual([])
  })
})

/** FLAC, which has to hold every bit, and of the others each third: for each kind others. */
const formatsFor = (kind: Kind) =>
  audioFormats.filter(
    (format, place) => format === 'flac' || (place + kinds.indexOf(kind)) % sizeOf(3, 1) === 0,
  )

interface Made {
  readonly format: AudioFormat
  readonly media?: Media
  readonly refused?: string
}

async function make(maker: MediaMaker, path: string, format: AudioFormat): Promise<Made> {
  const request = requestFor(path, { options: { format, quality: 'V2' } })
  return await maker.make(request, never).then(
    (media) => ({ format, media }),
    (error: unknown) => ({ format, refused: english(reasonOf(error)) }),
  )
}

async function judge(kind: Kind, path: string, made: readonly Made[]): Promise<readonly string[]> {
  const tagged = made.filter(({ format }) => format !== 'keep')
  const read = await readWithMutagen(tagged.flatMap(({ media }) => media?.path ?? []))
  const formatsBy = new Map<string, AudioFormat[]>()
  for (const { format, media, refused } of made) {
    const complain = (texts: readonly string[]) => {
      for (const text of texts) formatsBy.set(text, [...(formatsBy.get(text) ?? []), format])
    }
    if (!media) {
      complain([`refused, ${refused}`])
      continue
    }
    const wanted = kind.tags?.fields ?? {}
    const other = read[media.path]
    complain(differing(wanted, fieldsOfTags(media.tags)))
    if (other) complain(differing(wanted, fieldsOfMutagen(other)).map((t) => `by mutagen ${t}`))
    complain(await judgeSound(kind, path, format, media))
  }
  return [...formatsBy].map(([text, formats]) => `${text} (${formats.join(', ')})`)
}

/** Every bit, and no note that says otherwise. */
async function judgeSound(
  { bits }: Kind,
  path: string,
  format: AudioFormat,
  { path: made, how, notes }: Media,
): Promise<readonly string[]> {
  const told = notes.map(({ code }) => code)
  const lies = bits ? told.filter((code) => /lossy-twice|lossless-from-lossy/.test(code)) : []
  const complaints = lies.map((code) => `falsely told, ${code}`)
  if (how === 'kept' && !(await readFile(made)).equals(await readFile(path)))
    complaints.push('not kept to the byte')
  if (how === 'copied' && (await sumSound(made, 'copy')) !== (await sumSound(path, 'copy')))
    complaints.push('other packets')
  if (format === 'flac' && bits) {
    const codec = `pcm_s${bits}le`
    if ((await sumSound(made, codec)) !== (await sumSound(path, codec)))
      complaints.push(`not the same ${bits} bits`)
  }
  return complaints
}

/** MD5 of what FFmpeg decodes of a file, or of its packets as they are. */
async function sumSound(path: string, codec: string): Promise<string> {
  const args = ['-map', '0:a:0', '-c:a', codec, '-f', 'md5', '-']
  const { code, stdout, stderr } = await runCommand('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', path],
    ...args,
  ])
  if (code !== 0) throw new Error(stderr)
  return stdout
}
