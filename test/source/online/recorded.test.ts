import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Recording } from '../../../src/model/recording.ts'
import { internetArchive } from '../../../src/source/providers/internet-archive/internet-archive.ts'
import { wikimediaCommons } from '../../../src/source/providers/wikimedia-commons/wikimedia-commons.ts'
import { openDirectly } from '../../support/hosts/online.ts'
import { describeShared, shared } from '../../support/shared.ts'

const { signal } = new AbortController()

describeShared('what the Internet Archive answered', 'data/replies/internet-archive', () => {
  const read = (file: string) => readFileSync(shared('data/replies/internet-archive', file), 'utf8')

  /** Finds the item, or what the recorded search names, and nothing else. */
  async function findIn(file: string, title: string, search?: string) {
    const docs = [{ identifier: 'item', title }]
    const source = openDirectly(internetArchive, ({ pathname }) => {
      if (pathname !== '/advancedsearch.php') return { body: search ? '{}' : read(file) }
      return { body: search ?? JSON.stringify({ response: { docs } }) }
    })
    return source.search({ title, artists: [] }, signal)
  }

  test('a podcast: one sound in three files, its licence, both ways to write a length', async () => {
    const [found, ...others] = await findIn('metadata_test2_cc_by.json', 'Audacity Test #3')
    expect(others).toEqual([])
    expect(found).toMatchObject({
      title: 'Audacity Test #3',
      artists: ['Norbert Davis'],
      album: 'norbtek.info Podcast Test',
      durationMs: 148_970,
      licence: 'http://creativecommons.org/licenses/by/2.0/',
    })
    expect(found?.year).toBeUndefined()
    expect(found?.restrictions).toBeUndefined()
    expect(describeFiles(found)).toEqual(['mp3 original', 'ogg', 'mp3'])
  })

  test('a concert to be streamed only: every sound of it says so, and the originals are private', async () => {
    const found = await findIn('iakit_metadataResponse.json', 'Tuning')
    expect(found.length).toBeGreaterThan(15)
    expect(found[0]).toMatchObject({ title: 'Tuning', artists: ['Grateful Dead'], year: 1977 })
    for (const recording of found) {
      expect(recording.restrictions).toEqual(['stream-only', 'access-restricted', 'private'])
      expect(recording.licence).toBeUndefined()
      expect(describeFiles(recording)[0]).toBe('flac original')
    }
  })

  test('a shellac disc of 1947: no licence, whatever collection it is in', async () => {
    const title = 'Cigareetes, Whuskey, and Wild, Wild Women'
    const [found, ...others] = await findIn('iaux_78rpm_1947_NOT_public_domain.json', title)
    expect(others).toEqual([])
    expect(found).toMatchObject({ title, artists: ['Red Ingle and the Natural Seven'], year: 1947 })
    expect(found?.licence).toBeUndefined()
    expect(describeFiles(found)).toEqual(['wav original', 'flac', 'mp3'])
  })

  test('a collection holds no sound', async () => {
    expect(await findIn('nasa.json', 'NASA')).toEqual([])
    expect(await findIn('iakit_GratefulDead.json', 'Grateful Dead')).toEqual([])
  })

  test.each(['advanced_search_response.json', 'iakit_artists.json'])(
    'the search %s',
    async (file) => {
      expect(await findIn('', 'Mars', read(file))).toEqual([])
    },
  )
})

describeShared('what Wikimedia Commons answered', 'data/replies/wikimedia-commons', () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(shared('data/replies/wikimedia-commons', file), 'utf8'))

  async function findIn(body: unknown) {
    const source = openDirectly(wikimediaCommons, () => ({ body: JSON.stringify(body) }))
    return source.search({ title: 'Javaanse herten', artists: [] }, signal)
  }

  const inPage = (info: unknown) => ({
    query: {
      pages: [{ pageid: 1, ns: 6, title: 'File:Nl-Javaanse herten.ogg', imageinfo: [info] }],
    },
  })

  test.each(['audio_filedata_ogg.json', 'audio_filedata_wav.json'])(
    'the sound %s',
    async (file) => {
      const [found, ...others] = await findIn(inPage(read(file)))
      expect(others).toEqual([])
      expect(found).toMatchObject({
        title: 'Nl-Javaanse herten',
        durationMs: 2900,
        uploader: 'Marcel coenders',
        url: 'https://commons.wikimedia.org/wiki/File:Nl-Javaanse_herten.ogg',
      })
      expect(describeFiles(found)).toEqual(['ogg original'])
    },
  )

  test.each(['response_large_0.json', 'wmc_pretty2.json'])('the pictures of %s', async (file) => {
    expect(await findIn(read(file))).toEqual([])
  })

  test('a picture', async () => {
    expect(await findIn(inPage(read('image_info_from_example_data.json')))).toEqual([])
  })
})

function describeFiles(recording: Recording | undefined): readonly string[] {
  const files = recording?.media?.kind === 'remote' ? recording.media.files : []
  return files.map(({ format, original }) => (original ? `${format} original` : format))
}
