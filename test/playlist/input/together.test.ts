import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Playlist } from '../../../src/model/playlist.ts'
import { readPlaylists } from '../../../src/playlist/read.ts'
import { makeZip } from './zip.ts'

const root = mkdtempSync(join(tmpdir(), 'songkeep-together-'))
afterAll(() => rmSync(root, { recursive: true }))

function writeFolder(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const shape = (playlists: readonly Playlist[]) =>
  playlists.map(({ name, entries }) => [
    name,
    entries.map((entry) =>
      entry.kind === 'track'
        ? [...entry.track.artists, entry.track.title].join(' - ')
        : entry.reason.code,
    ),
  ])
const codes = (playlists: readonly Playlist[]) =>
  playlists.flatMap(({ notes }) => notes.map(({ code }) => code))

const TRACK = 'Title,Album,Artist,Duration (ms),Rating,Play Count,Removed,Playlist Index\n'
const PLAY = 'Takeout/Google Play Music'
const googlePlay = {
  [`${PLAY}/Playlists/Salt _amp_ Sand/Metadata.csv`]:
    'Title,Owner,Description,Shared,Deleted\n"Salt &amp; Sand","me","","",""\n',
  [`${PLAY}/Playlists/Salt _amp_ Sand/Tracks/b.csv`]: `${TRACK}"Don&#39;t","","Mira","199000","0","1","","1"\n`,
  [`${PLAY}/Playlists/Salt _amp_ Sand/Tracks/a.csv`]: `${TRACK}"Ebb","","Mira","181000","0","1","","2"\n`,
  [`${PLAY}/Playlists/Salt _amp_ Sand/Tracks/c.csv`]: `${TRACK}"Tide","","Tolland","301000","0","1","","0"\n`,
  [`${PLAY}/Playlists/Salt _amp_ Sand/Tracks/d.csv`]: `${TRACK}"Gone","","Tolland","301000","0","1","Yes","3"\n`,
  [`${PLAY}/Playlists/Thumbs Up/e.csv`]: `${TRACK}"Plain","","Paper Boats","1000","5","1","","0"\n`,
  [`${PLAY}/Radio Stations/Recent/f.csv`]: 'Title,Artist,Description\n"Mira Radio","Mira",""\n',
}
const PLAYED = [
  ['Salt & Sand', ['Tolland - Tide', "Mira - Don't", 'Mira - Ebb', 'playlist.removed']],
  ['Thumbs Up', ['Paper Boats - Plain']],
]

describe('Google Play Music', () => {
  test('a file for each song is a playlist in the order that the files say', async () => {
    const playlists = await readPlaylists(writeFolder('play', googlePlay))
    expect(shape(playlists)).toEqual(PLAYED)
    expect(codes(playlists)).toContain('playlist.other-files')
  })

  test('so it is in a zip', async () => {
    const path = join(root, 'play.zip')
    writeFileSync(path, await makeZip(googlePlay))
    expect(shape(await readPlaylists(path))).toEqual(PLAYED)
  })

  test('and in another language', async () => {
    const header = 'Titel,Album,Interpret,Dauer (ms),Bewertung,Anzahl,Entfernt,Index\n'
    const folder = writeFolder('spielen', {
      'Takeout/Google Play Musik/Playlists/Meer/Metadaten.csv':
        'Titel,Inhaber,Beschreibung,Geteilt,Gelöscht\n"Am Meer","ich","","",""\n',
      'Takeout/Google Play Musik/Playlists/Meer/Titel/a.csv': `${header}"Salz","","Mira","199000","0","1","","1"\n`,
      'Takeout/Google Play Musik/Playlists/Meer/Titel/b.csv': `${header}"Ebbe","","Mira","181000","0","1","","0"\n`,
    })
    expect(shape(await readPlaylists(folder))).toEqual([
      ['Am Meer', ['Mira - Ebbe', 'Mira - Salz']],
    ])
  })
})

describe('Apple Music', () => {
  const tracks =
    '[{"Content Type":"Song","Track Identifier":1,"Title":"Salt","Artist":"Mira"},{"Content Type":"Song","Track Identifier":2,"Apple Music Track Identifier":22,"Title":"Ebb","Artist":"Mira"}]'
  const lists =
    '[{"Container Identifier":5,"Container Type":"Playlist","Title":"Sunday","Playlist Item Identifiers":[22,1,9]},{"Container Identifier":6,"Title":"Folder"}]'
  const READ = [['Sunday', ['Mira - Ebb', 'Mira - Salt', 'playlist.not-in-library']]]

  test('names the tracks of a playlist from the library beside it', async () => {
    const folder = writeFolder('apple', {
      'Apple_Media_Services/Apple Music Library Tracks.json': tracks,
      'Apple_Media_Services/Apple Music Library Playlists.json': lists,
      'Apple_Media_Services/Identity.json': '[{"Title":"x","Artist":"y"}]',
    })
    expect(shape(await readPlaylists(folder))).toEqual(READ)
    const [one, other] = ['Tracks', 'Playlists'].map((name) =>
      join(folder, `Apple_Media_Services/Apple Music Library ${name}.json`),
    )
    expect(shape(await readPlaylists([other ?? '', one ?? '']))).toEqual(READ)
  })

  test('says which file is missing', async () => {
    const folder = writeFolder('apple-lists', { 'Apple Music Library Playlists.json': lists })
    expect(codes(await readPlaylists(folder))).toEqual(['playlist.tracks-in-other-file'])
  })
})

test('YouTube names the videos of a playlist that are in the library of songs', async () => {
  const folder = writeFolder('youtube', {
    'Takeout/YouTube et YouTube Music/playlists/Dimanche-vidéos.csv':
      'ID vidéo,Horodatage\naB3dE5fG7hI,2023-01-02T10:00:00+00:00\ncB3dE5fG7hI,2023-01-03T10:00:00+00:00\n',
    'Takeout/YouTube et YouTube Music/playlists/playlists.csv':
      'ID de la playlist,Titre,Langue\nPLabcdefghijklmnop,Dimanche,fr\n',
    'Takeout/YouTube et YouTube Music/musique/titres.csv':
      'ID vidéo,Titre,Album,Artiste 1,Artiste 2\naB3dE5fG7hI,Salt,Shore,Mira,Tolland\nbB3dE5fG7hI,Ebb,Shore,Mira,\n',
    'Takeout/YouTube et YouTube Music/commentaires/commentaires.csv': 'ID,Chaîne\nUgx1,UC1\n',
  })
  const playlists = await readPlaylists(folder)
  expect(shape(playlists)).toEqual([
    ['Dimanche', ['Mira - Tolland - Salt', 'playlist.link-only']],
    ['titres', ['Mira - Tolland - Salt', 'Mira - Ebb']],
  ])
  expect(playlists[0]?.notes).toEqual([
    { code: 'playlist.other-files', params: { count: 1, names: ['commentaires.csv'] } },
  ])
})

test('Serato names the tracks of a crate from the database beside it', async () => {
  const fixtures = join(import.meta.dirname, '../../fixtures/playlist/serato')
  const crates = await readPlaylists(join(fixtures, 'Sets%%Friday.crate'))
  const both = await readPlaylists(fixtures)
  expect(shape(crates)[0]?.[0]).toBe('Sets - Friday')
  const albums = (lists: readonly Playlist[]) =>
    lists.map(({ entries }) =>
      entries.map((entry) => entry.kind === 'track' && entry.track.album !== undefined),
    )
  expect(albums(crates)).toEqual([[false, false, false]])
  expect(albums(both)).toEqual([[true, false, false]])
})
