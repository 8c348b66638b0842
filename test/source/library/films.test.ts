import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { makeWav, never, openStudio } from '../../media/studio.ts'
import { TestFolder } from './folder.ts'

const studio = openStudio()

test('a film is left out and told, unless a list names the file; sound alone under its ending is not', async () => {
  const aac = ['-c:a', 'aac', '-f', 'ipod']
  const sound = await readFile(await studio.record('a.m4a', makeWav(), ...aac))
  const film = withPicture(sound)
  await using folder = await TestFolder.make({
    'Artist - Song.mp4': sound,
    'Artist - Video.mp4': film,
    'Artist - Clip.MOV': film,
    // Chapters have pictures.
    'Artist - Story.m4b': film,
  })
  for (const _ of ['first', 'again']) {
    const library = await folder.open()
    const { summary } = library
    expect(summary.unreadable).toEqual([])
    expect(summary.files).toBe(2)
    const films = { files: 2, kinds: ['.mov 1', '.mp4 1'], more: 0 }
    expect(summary.notes).toEqual([reason('source.films-left-out', films)])
    const find = async (more: object) =>
      (await library.search({ title: 'Video', artists: ['Artist'], ...more }, never)).map(
        ({ title }) => title,
      )
    expect(await find({})).not.toContain('Artist - Video')
    expect(await find({ path: folder.at('Artist - Video.mp4') })).toContain('Artist - Video')
  }
})

/** ISO 14496-12: the same with one more track, which says that it is a picture. */
function withPicture(mp4: Buffer): Buffer {
  const moov = mp4.indexOf('moov') - 4
  const trak = mp4.indexOf('trak') - 4
  const track = Buffer.from(mp4.subarray(trak, trak + mp4.readUInt32BE(trak)))
  track.write('vide', track.indexOf('soun'))
  // Its number follows version and two times.
  track.writeUInt32BE(2, track.indexOf('tkhd') + 16)
  const end = moov + mp4.readUInt32BE(moov)
  const film = Buffer.concat([mp4.subarray(0, end), track, mp4.subarray(end)])
  film.writeUInt32BE(end - moov + track.length, moov)
  return film
}
