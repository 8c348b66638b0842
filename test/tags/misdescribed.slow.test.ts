import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { writeFrames } from '../../src/tags/id3/id3v2-frames.ts'
import { isMisdescribed } from '../../src/tags/picture.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { codesOf } from '../support/words/reasons.ts'
import { png } from './pictures.ts'

const cover = png(9)

test.each([
  ['a PNG', false, 3, 'image/png', cover],
  ['of any case', false, 3, 'IMAGE/PNG', cover],
  ['another kind', false, 3, 'image/webp', Buffer.from('RIFF')],
  ['a link', false, 3, '-->', Buffer.from('https://example.org/')],
  ['the last type', false, 20, 'image/png', cover],
  ['a type that is none', true, 21, 'image/png', cover],
  ['no media type', true, 3, '', cover],
  ['another media type', true, 3, 'image/jpeg', cover],
  ['empty', true, 3, 'image/png', Buffer.of()],
])('%s: misdescribed is %s', (_, expected, type, mime, data) => {
  expect(isMisdescribed({ type, mime, data })).toBe(expected)
})

/** As FLAC and Ogg have it. */
function pictureBlock(type: number, mime: string, data: Uint8Array): Buffer {
  const word = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const sides = [0, 9, 9, 24, 0, data.length].map(word)
  return Buffer.concat([word(type), word(mime.length), Buffer.from(mime), ...sides, data])
}

describe('a picture that is described wrongly', () => {
  const studio = openStudio()
  const wav = makeWav({ seconds: 0.2 })

  /** A file whose only picture is this. */
  const makers = {
    async flac(name: string, ...picture: Picture) {
      const path = await studio.record(name, wav, '-c:a', 'flac', '-f', 'flac')
      const bytes = await readFile(path)
      const block = pictureBlock(...picture)
      const head = Buffer.from([6, 0, 0, 0])
      head.writeUIntBE(block.length, 1, 3)
      // Behind the marker and STREAMINFO.
      await writeFile(path, Buffer.concat([bytes.subarray(0, 42), head, block, bytes.subarray(42)]))
      return path
    },
    async ogg(name: string, ...picture: Picture) {
      const text = pictureBlock(...picture).toString('base64')
      const args = ['-metadata', `METADATA_BLOCK_PICTURE=${text}`, '-c:a', 'libvorbis']
      return await studio.record(name, wav, ...args, '-f', 'ogg')
    },
    async mp3(name: string, ...[type, mime, data]: Picture) {
      const bare = ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3']
      const path = await studio.record(name, wav, ...bare)
      const head = Buffer.from(`\0${mime}\0${String.fromCharCode(type)}\0`, 'latin1')
      const tag = writeFrames([{ id: 'APIC', data: Buffer.concat([head, data]) }])
      await writeFile(path, Buffer.concat([tag, await readFile(path)]))
      return path
    },
  }
  type Picture = [type: number, mime: string, data: Uint8Array]

  describe.each(['flac', 'ogg', 'mp3'] as const)('in %s', (container) => {
    test.each<[string, Picture, boolean, number]>([
      ['right', [3, 'image/png', cover], true, 1],
      ['of another place', [4, 'image/png', cover], true, 1],
      ['without a media type', [3, '', cover], true, 1],
      ['of another media type', [3, 'image/webp', cover], true, 1],
      ['of a type that is none', [21, 'image/png', cover], true, 1],
      ['empty', [3, 'image/png', Buffer.of()], false, 0],
      ['of another kind', [3, 'image/webp', Buffer.from('RIFF____WEBP')], false, 1],
    ])('%s', async (name, picture, isCover, left) => {
      const source = await makers[container](`${name}.${container}`, ...picture)
      const target = `${source}.new`
      const before = await readFileTags(source, container)
      expect(before.tags.cover !== undefined).toBe(isCover)
      const tags = { ...before.tags, title: 'New' }
      const written = await writeTags({ source, target }, before, tags, never)
      const [type, mime, data] = picture
      const isWrong = isMisdescribed({ type, mime, data })
      expect(codesOf(written.notes)).toEqual(isWrong ? ['media.picture-misdescribed'] : [])
      const after = await readFileTags(target, container)
      expect(after.tags.cover).toEqual(before.tags.cover)
      const pictures = after.items.filter((item) => /PICTURE|APIC/.test(item.name))
      expect(pictures).toHaveLength(left)
      for (const { place } of pictures) expect(place).toBe(type === 4 ? undefined : 'cover')
    })
  })
})
