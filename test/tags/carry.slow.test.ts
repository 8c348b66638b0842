import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tags } from '../../src/model/media.ts'
import type { ReasonCode } from '../../src/model/reason.ts'
import { noTags } from '../../src/tags/map/fields.ts'
import { readMp4Head } from '../../src/tags/mp4/m4a.ts'
import { writeBox } from '../../src/tags/mp4/mp4-boxes.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { readFlacHead } from '../../src/tags/xiph/flac.ts'
import { readOggHead } from '../../src/tags/xiph/ogg.ts'
import { crcOf } from '../../src/tags/xiph/ogg-crc.ts'
import { UserError } from '../../src/words/user-error.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { describeMutagen, type MutagenAnswer, readWithMutagen } from '../support/python/mutagen.ts'
import { png } from './pictures.ts'

const studio = openStudio()

const formats = {
  flac: { container: 'flac', args: ['-c:a', 'flac', '-f', 'flac'] },
  vorbis: { container: 'ogg', args: ['-c:a', 'libvorbis', '-f', 'ogg'] },
  opus: { container: 'ogg', args: ['-c:a', 'opus', '-strict', 'experimental', '-f', 'opus'] },
  m4a: { container: 'm4a', args: ['-c:a', 'aac', '-f', 'ipod'] },
  'm4a, head first': {
    container: 'm4a',
    args: ['-c:a', 'aac', '-movflags', 'faststart', '-f', 'ipod'],
  },
} as const satisfies Record<string, { container: Container; args: readonly string[] }>

type Format = keyof typeof formats
const names = Object.keys(formats) as Format[]
const bare = (name: Format) => studio.path(`bare.${name}`)

beforeAll(async () => {
  for (const name of names)
    await studio.record(`bare.${name}`, makeWav({ seconds: 2 }), ...formats[name].args)
})

let count = 0
async function retag(name: Format, source: string, change: (tags: Tags) => Tags) {
  const target = studio.path(`new ${++count}.${name}`)
  const before = await readFileTags(source, formats[name].container)
  await writeTags({ source, target }, before, change(before.tags), never)
  return { target, before: before.tags }
}

const large: Tags = {
  ...noTags,
  title: 'Large',
  lyrics: 'so many words '.repeat(20_000),
  cover: { mime: 'image/png', bytes: png(40) },
}

/** What FFmpeg decodes: every container's own checks of its audio are made there. */
async function decode(path: string): Promise<Buffer> {
  const output = `${path}.pcm`
  const args = ['-map', '0:a:0', '-f', 's16le', '-c:a', 'pcm_s16le']
  const { code, log } = await studio.ffmpeg.run(
    { input: path, output, args, timeLimitMs: 60_000 },
    never,
  )
  expect(log).not.toMatch(/\[(error|warning)\].*(CRC|Page at|corrupt|invalid)/i)
  expect(code).toBe(0)
  return await readFile(output)
}

describe('the audio stays', () => {
  test.each(names)('%s: small tags, large ones, small ones again', async (name) => {
    const audio = await decode(bare(name))
    const { target: small } = await retag(name, bare(name), () => ({ ...noTags, title: 'Small' }))
    const { target: big } = await retag(name, small, (tags) => ({ ...tags, ...large }))
    const { target: again } = await retag(name, big, (tags) => ({
      ...tags,
      lyrics: 'few',
      title: 'Again',
    }))
    for (const path of [small, big, again]) expect((await decode(path)).equals(audio)).toBe(true)
  })
})

describe('pages of Ogg', () => {
  /** Every page: its number, whether its checksum is right, and its content. */
  function pagesOf(bytes: Buffer) {
    const pages: { number: number; whole: boolean; content: Buffer }[] = []
    for (let at = 0; at < bytes.length; ) {
      expect(bytes.toString('latin1', at, at + 4)).toBe('OggS')
      const segments = bytes.readUInt8(at + 26)
      const start = at + 27 + segments
      const end = start + bytes.subarray(at + 27, start).reduce((sum, length) => sum + length, 0)
      const page = Buffer.from(bytes.subarray(at, end))
      const checksum = page.readUInt32LE(22)
      page.writeUInt32LE(0, 22)
      pages.push({
        number: page.readUInt32LE(18),
        whole: crcOf(page) === checksum,
        content: page.subarray(27 + segments),
      })
      at = end
    }
    return pages
  }

  test.each(['vorbis', 'opus'] as const)(
    '%s: counted in a row, each with its checksum',
    async (name) => {
      const { target } = await retag(name, bare(name), () => large)
      const pages = pagesOf(await readFile(target))
      expect(pages.every(({ whole }) => whole)).toBe(true)
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index))
      const { pages: heads } = await readOggHead(target)
      const { pages: headsBefore } = await readOggHead(bare(name))
      expect(heads).toBeGreaterThan(headsBefore)
      const contents = pagesOf(await readFile(bare(name))).slice(headsBefore)
      expect(pages.slice(heads).map(({ content }) => content)).toEqual(
        contents.map(({ content }) => content),
      )
    },
  )

  test('one that was damaged stays so', async () => {
    const bytes = await readFile(bare('vorbis'))
    const last = bytes.lastIndexOf('OggS')
    bytes.writeUInt8((bytes.readUInt8(last + 60) ^ 0xff) & 0xff, last + 60)
    await writeFile(studio.path('damaged.ogg'), bytes)
    const { target } = await retag('vorbis', studio.path('damaged.ogg'), () => large)
    const pages = pagesOf(await readFile(target))
    expect(pages.at(-1)?.whole).toBe(false)
    expect(pages.slice(0, -1).every(({ whole }) => whole)).toBe(true)
  })

  test('a second stream behind the first one stays to the byte', async () => {
    const [first, second] = [await readFile(bare('vorbis')), await readFile(bare('opus'))]
    await writeFile(studio.path('chained.ogg'), Buffer.concat([first, second]))
    const target = studio.path('chained.new.ogg')
    const before = await readFileTags(studio.path('chained.ogg'), 'ogg')
    await writeTags({ source: studio.path('chained.ogg'), target }, before, large, never).catch(
      () => {},
    )
    const bytes = await readFile(target)
    expect(bytes.subarray(bytes.length - second.length).equals(second)).toBe(true)
  })

  /** A comment packet of a multiple of 255 bytes ends with an empty segment, which others forget. */
  const lengths = [255, 510, 765, 255 * 254, 255 * 255, 255 * 256, 255 * 510].flatMap((length) =>
    [-2, -1, 0, 1, 2].map((more) => length + more),
  )
  const answers: Record<string, MutagenAnswer> = {}
  const titles = new Map<string, string>()

  beforeAll(async () => {
    for (const name of ['vorbis', 'opus'] as const)
      for (const length of lengths) {
        const packet = async (title: string) => {
          const { target } = await retag(name, bare(name), () => ({ ...noTags, title }))
          const { comment } = await readOggHead(target)
          const sizes = [comment.vendor, ...comment.comments].map(({ length }) => 4 + length)
          const mark = name === 'opus' ? 8 : 7
          const framing = name === 'opus' ? 0 : 1
          const size = mark + 4 + sizes.reduce((sum, size) => sum + size, 0) + framing
          return { target, size }
        }
        const { size } = await packet('x')
        const title = 'x'.repeat(length - size + 1)
        const made = await packet(title)
        expect(made.size).toBe(length)
        titles.set(made.target, title)
      }
    Object.assign(answers, await readWithMutagen([...titles.keys()]))
  }, 240_000)

  test('a comment packet of any size around a multiple of 255 is whole', async () => {
    expect(titles.size).toBe(2 * lengths.length)
    const bareAudio = { vorbis: await decode(bare('vorbis')), opus: await decode(bare('opus')) }
    for (const [path, title] of titles) {
      const { tags } = await readFileTags(path, 'ogg')
      expect(tags.title).toBe(title)
      expect(pagesOf(await readFile(path)).every(({ whole }) => whole)).toBe(true)
      const audio = path.endsWith('opus') ? bareAudio.opus : bareAudio.vorbis
      expect((await decode(path)).equals(audio)).toBe(true)
    }
  }, 240_000)

  describeMutagen('a comment packet of any size around a multiple of 255 is whole', () => {
    test('', () => {
      for (const [path, title] of titles) expect(answers[path]?.tags.TITLE).toEqual([title])
    })
  })
})

describe('what the user wrote is not lost', () => {
  const oddComments = [
    'title=in small letters',
    'Artist=AC/DC',
    'ARTIST=Second',
    'FOO=bar=baz',
    'nobody knows what this is',
    'RATING:me@example.org=0.8',
    'COMMENT=line 1\nline 2',
    'DATE=circa 1970',
    'REPLAYGAIN_TRACK_GAIN=-3.2 dB',
    '=no name',
    'EMPTY=',
  ].map((text) => Buffer.from(text))
  const odd = [...oddComments, Buffer.from('LATIN=caf\xe9', 'latin1')]

  const withComments = (comments: readonly Buffer[]) => {
    const word = (value: number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32LE(value)
      return bytes
    }
    const list = comments.flatMap((comment) => [word(comment.length), comment])
    return Buffer.concat([word(3), Buffer.from('me!'), word(comments.length), ...list])
  }

  const block = (type: number, data: Uint8Array, last = false) => {
    const header = Buffer.alloc(4)
    header.writeUInt8(type | (last ? 0x80 : 0))
    header.writeUIntBE(data.length, 1, 3)
    return Buffer.concat([header, data])
  }

  test('comments and blocks of FLAC', async () => {
    const bytes = await readFile(bare('flac'))
    const head = await readFlacHead(bare('flac'))
    const [info] = head.blocks
    const back = Buffer.concat([
      Buffer.from('000000040000000a', 'hex'),
      Buffer.from('image/jpeg'),
      Buffer.from('0000000000000001000000010000001800000000', 'hex'),
      Buffer.from('00000003ffd8ff', 'hex'),
    ])
    const application = Buffer.from('ATCHsomething of its own')
    const source = studio.path('odd.flac')
    await writeFile(
      source,
      Buffer.concat([
        Buffer.from('fLaC'),
        block(0, info?.data ?? Buffer.of()),
        block(2, application),
        block(4, withComments(odd)),
        block(6, back),
        block(1, Buffer.alloc(100)),
        block(126, Buffer.from('a type of tomorrow'), true),
        bytes.subarray(head.end),
      ]),
    )
    const { target, before } = await retag('flac', source, (tags) => ({
      ...tags,
      album: 'Filled in',
      date: '1970',
    }))
    expect(before).toMatchObject({
      title: 'in small letters',
      artists: ['AC/DC', 'Second'],
      trackGainDb: -3.2,
    })
    const written = await readFlacHead(target)
    const { comments } = (await import('../../src/tags/xiph/flac.ts')).commentOf(written)
    expect(comments.slice(0, odd.length).map(String)).toEqual(odd.map(String))
    expect(Buffer.from(comments[odd.length - 1] ?? []).equals(odd.at(-1) ?? Buffer.of())).toBe(true)
    expect(comments.slice(odd.length).map(String)).toEqual(['ALBUM=Filled in'])
    expect(written.blocks.map(({ type }) => type)).toEqual([0, 2, 4, 6, 1, 126])
    const others = [application, back, Buffer.alloc(100), Buffer.from('a type of tomorrow')]
    for (const data of others)
      expect(written.blocks.some((block) => data.equals(block.data))).toBe(true)
    expect((await readFile(target)).subarray(written.end).equals(bytes.subarray(head.end))).toBe(
      true,
    )
  })

  test('an ID3v2 tag before a FLAC file', async () => {
    const tag = Buffer.concat([
      Buffer.from('ID3\x04\0\0\0\0\0\x0e'),
      Buffer.from('PRIV\0\0\0\x04\0\0abcd'),
    ])
    const source = studio.path('id3.flac')
    await writeFile(source, Buffer.concat([tag, await readFile(bare('flac'))]))
    const { target } = await retag('flac', source, () => ({ ...noTags, title: 'New' }))
    const bytes = await readFile(target)
    expect(bytes.subarray(0, tag.length).equals(tag)).toBe(true)
    expect((await readFileTags(target, 'flac')).tags.title).toBe('New')
  })

  test.each(['vorbis', 'opus'] as const)('comments of %s', async (name) => {
    const head = await readOggHead(bare(name))
    const source = studio.path(`odd.${name}`)
    const { withOggHead } = await import('../../src/tags/xiph/ogg-pages.ts')
    const { writeOggHead } = await import('../../src/tags/xiph/ogg.ts')
    const { copyFile } = await import('../../src/base/copy-file.ts')
    const changes = { fields: new Map(), replaces: () => false }
    const comment = { ...head.comment, comments: odd, vendor: Buffer.from('me!') }
    await copyFile(
      bare(name),
      source,
      never,
      withOggHead(head, writeOggHead({ ...head, comment }, changes)),
    )
    const { target } = await retag(name, source, (tags) => ({ ...tags, album: 'Filled in' }))
    const written = await readOggHead(target)
    expect(written.comment.vendor.toString()).toBe('me!')
    expect(
      written.comment.comments
        .slice(0, odd.length)
        .map((one) => Buffer.from(one).toString('latin1')),
    ).toEqual(odd.map((one) => one.toString('latin1')))
    const added = written.comment.comments.slice(odd.length).map(String)
    expect(added).toContain('ALBUM=Filled in')
    expect(written.others).toEqual(head.others)
  })

  test.each(['m4a', 'm4a, head first'] as const)('atoms of %s', async (name) => {
    const data = (type: number, value: Buffer | string) => {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(type)
      return writeBox('data', head, Buffer.from(value))
    }
    const item = (box: string, type: number, value: Buffer | string) =>
      writeBox(box, data(type, value))
    const freeform = (mean: string, label: string, value: string) =>
      writeBox(
        '----',
        writeBox('mean', Buffer.alloc(4), Buffer.from(mean)),
        writeBox('name', Buffer.alloc(4), Buffer.from(label)),
        data(1, value),
      )
    const items = [
      item('©nam', 1, 'Titel'),
      item('©ART', 1, 'AC/DC'),
      item('xyz!', 0, 'nobody knows what this is'),
      item('stik', 21, Buffer.of(1)),
      item('rtng', 21, Buffer.of(0)),
      freeform('com.apple.iTunes', 'iTunSMPB', ' 00000000 00000840 000001CA 00000000003F31F6'),
      freeform('org.example', 'MyOwn', 'value'),
      item('purd', 1, '2012-01-01 00:00:00'),
    ]
    // As an editor would put them there: every box around grows, and what lies behind moves.
    const { target: plain } = await retag(name, bare(name), () => ({ ...noTags, title: 'x' }))
    const { moov, start, items: had } = await readMp4Head(plain)
    const [title] = had.filter((item) => item.name === '©nam')
    const { start: from, end: to } = title ?? expect.fail('there is no title')
    const bytes = Buffer.concat([moov.subarray(0, from), ...items, moov.subarray(to)])
    const more = bytes.length - moov.length
    for (const box of ['moov', 'udta', 'meta', 'ilst']) {
      const at = bytes.indexOf(box) - 4
      bytes.writeUInt32BE(bytes.readUInt32BE(at) + more, at)
    }
    const table = bytes.indexOf('stco') + 8
    if (name === 'm4a, head first')
      for (let i = 1; i <= bytes.readUInt32BE(table); i++)
        bytes.writeUInt32BE(bytes.readUInt32BE(table + 4 * i) + more, table + 4 * i)
    const whole = await readFile(plain)
    const source = studio.path(`odd ${name}`)
    await writeFile(
      source,
      Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start + moov.length)]),
    )
    const { target, before: was } = await retag(name, source, (tags) => ({
      ...tags,
      album: 'Filled in',
    }))
    expect(was).toMatchObject({ title: 'Titel', artists: ['AC/DC'] })
    const written = await readMp4Head(target)
    const found = written.items.map(({ start, end }) =>
      Buffer.from(written.moov.subarray(start, end)),
    )
    for (const one of items) expect(found.some((other) => other.equals(one))).toBe(true)
    // The gapless values among the atoms count.
    expect((await decode(target)).equals(await decode(source))).toBe(true)
  })
})

describe('what cannot be tagged says so', () => {
  test.each<[string, Container, readonly string[], ReasonCode]>([
    ['FLAC in Ogg', 'ogg', ['-c:a', 'flac', '-f', 'ogg'], 'media.ogg-other-codec'],
    [
      ...(['M4A in fragments', 'm4a'] as const),
      ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4'],
      'media.m4a-fragmented',
    ],
    ['a WAV called FLAC', 'flac', ['-f', 'wav'], 'media.flac-head-damaged'],
    ['a WAV called Ogg', 'ogg', ['-f', 'wav'], 'media.ogg-head-damaged'],
    ['a WAV called M4A', 'm4a', ['-f', 'wav'], 'media.m4a-boxes-damaged'],
  ])('%s', async (name, container, args, code) => {
    const path = await studio.record(name, makeWav({ seconds: 0.3 }), ...args)
    const read = readFileTags(path, container)
    await expect(read).rejects.toBeInstanceOf(UserError)
    await expect(read).rejects.toMatchObject({ reason: { code } })
  })

  test('several streams side by side', async () => {
    const [one, two] = [await readFile(bare('vorbis')), await readFile(bare('opus'))]
    const first = (bytes: Buffer) => 27 + bytes.readUInt8(26) + bytes.readUInt8(27)
    const cut = first(one)
    const path = studio.path('multiplexed.ogg')
    await writeFile(
      path,
      Buffer.concat([one.subarray(0, cut), two.subarray(0, first(two)), one.subarray(cut)]),
    )
    await expect(readFileTags(path, 'ogg')).rejects.toMatchObject({
      reason: { code: 'media.ogg-several-streams' },
    })
  })

  test.each<Container>(['mp3', 'flac', 'ogg', 'm4a'])(
    'an empty file, a cut tag, a file that is not there: %s',
    async (container) => {
      for (const bytes of [
        Buffer.of(),
        Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f and no more', 'latin1'),
      ]) {
        const path = studio.path('nothing')
        await writeFile(path, bytes)
        const read = await readFileTags(path, container).catch((error) => error)
        if (container !== 'mp3' || bytes.length > 0) expect(read).toBeInstanceOf(UserError)
      }
      await expect(readFileTags(studio.path('nowhere'), container)).rejects.toThrow('ENOENT')
    },
  )
})

describe('hostile heads', () => {
  test('boxes within boxes, as deep as the file is long', async () => {
    const { start, moov, items } = await readMp4Head(bare('m4a'))
    expect(items.length).toBeGreaterThan(0)
    const depth = 200_000
    const nest = Buffer.alloc(depth * 8)
    for (let i = 0; i < depth; i++) {
      nest.writeUInt32BE((depth - i) * 8, i * 8)
      nest.write('trak', i * 8 + 4)
    }
    const head = Buffer.concat([moov, nest])
    head.writeUInt32BE(head.length, 0)
    const bytes = await readFile(bare('m4a'))
    await writeFile(studio.path('deep.m4a'), Buffer.concat([bytes.subarray(0, start), head]))
    const read = await retag('m4a', studio.path('deep.m4a'), () => large).catch((error) => error)
    if (read instanceof Error) expect(read).toBeInstanceOf(UserError)
  })

  test('a picture that is damaged is none, and the rest is read', async () => {
    const { blocks, end } = await readFlacHead(bare('flac'))
    const picture = Buffer.from('8600000800000003ffffffff', 'hex')
    const bytes = await readFile(bare('flac'))
    const last = end - (blocks.at(-1)?.data.length ?? 0) - 4
    bytes.writeUInt8(bytes.readUInt8(last) & 0x7f, last)
    const source = studio.path('picture.flac')
    await writeFile(source, Buffer.concat([bytes.subarray(0, end), picture, bytes.subarray(end)]))
    const { target } = await retag('flac', source, (tags) => ({ ...tags, title: 'New' }))
    const { tags } = await readFileTags(target, 'flac')
    expect(tags).toMatchObject({ title: 'New' })
    expect(tags.cover).toBeUndefined()
  })

  test.each(names)(
    '%s: any change of bytes is read, or is no file that can be tagged',
    async (name) => {
      const { target } = await retag(name, bare(name), () => ({
        ...noTags,
        title: 'T',
        lyrics: 'words',
        cover: large.cover!,
      }))
      const bytes = await readFile(target)
      const moov = bytes.indexOf('moov')
      const from = name.startsWith('m4a') ? Math.max(0, moov - 8) : 0
      const span = Math.min(bytes.length - from, 4000)
      const path = studio.path(`hostile.${name}`)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(span - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          async (changes, cut) => {
            const changed = Buffer.from(bytes)
            for (const [at, value] of changes) changed[from + at] = value
            const end = cut ? from + (changes[0]?.[0] ?? 0) : changed.length
            await writeFile(path, changed.subarray(0, end))
            const read = await readFileTags(path, formats[name].container).catch(
              (error: unknown) => error,
            )
            if (read instanceof Error) expect(read).toBeInstanceOf(UserError)
          },
        ),
        { numRuns: 150 },
      )
    },
  )
})
