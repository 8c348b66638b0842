import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFiles } from '../../../../src/playlist/input/choose.ts'
import {
  chooseFromFolders,
  chooseSingle,
  leaveOutArchives,
} from '../../../../web/views/start/inputs/choose-files.ts'

const files = (...paths: string[]) => paths.map((path) => ({ path }))

const names = [
  'Playlist1.json',
  'playlist12.JSON',
  'YourLibrary.json',
  'Identity.json',
  'Payments.json',
  'Userdata.json',
  'SearchQueries.json',
  'Streaming_History_Audio_2019-2020_1.json',
  'Streaming_History_Video_2019.json',
  'endsong_0.json',
  'StreamingHistory0.json',
  'StreamingHistory_music_1.json',
  'StreamingHistory_podcast_0.json',
  'Summer.csv',
  'winter.M3U8',
  'list.m3u',
  '.hidden.csv',
  '.csv',
  'noise.txt',
  'radio.pls',
  'a.xspf',
  'b.jspf',
  'c.asx',
  '5.jsonl',
]
const folders = [
  '',
  'Spotify Account Data/',
  '__MACOSX/',
  '.git/',
  'a/b/',
  'listens/2024/',
  'listens/24/',
]

describe('what is taken of folders', () => {
  it('is what the command line takes of them', () => {
    const path = fc
      .tuple(fc.constantFrom(...folders), fc.constantFrom(...names))
      .map(([folder, name]) => ({ path: `My export/${folder}${name}` }))
    fc.assert(
      fc.property(fc.array(path), (given) => {
        expect(chooseFromFolders(given)).toEqual(chooseFiles(given))
      }),
    )
  })

  it('leaves what is not music of an export where it is', () => {
    const export_ = files('d/Payments.json', 'd/Playlist1.json', 'd/Identity.json')
    expect(chooseFromFolders(export_)).toEqual(files('d/Playlist1.json'))
  })
})

describe('what is taken of single files', () => {
  it('is all of them, whatever they are called', () => {
    const given = files('songs.txt', 'export.zip', 'Musik.xml')
    expect(chooseSingle(given)).toEqual(given)
  })

  it('is an export’s music where they are its contents', () => {
    const given = files('Payments.json', 'Playlist1.json', 'endsong_0.json', 'Userdata.json')
    expect(chooseSingle(given)).toEqual(files('Playlist1.json', 'endsong_0.json'))
  })

  it('is a playlist beside an export too', () => {
    const given = files('Playlist1.json', 'Identity.json', 'Read me.pdf', 'Summer.csv')
    expect(chooseSingle(given)).toEqual(files('Playlist1.json', 'Summer.csv'))
  })
})

it('leaves out an archive within a folder, but not one that was dropped itself', () => {
  const own = files('Music/a.m3u', 'Music/Songkeep/inventory.jsonl', 'Music/Songkeep/X/x.m3u8')
  expect(leaveOutArchives(own)).toEqual(files('Music/a.m3u'))
  const archive = files('Songkeep/inventory.jsonl', 'Songkeep/X/x.m3u8')
  expect(leaveOutArchives(archive)).toEqual(archive)
})
