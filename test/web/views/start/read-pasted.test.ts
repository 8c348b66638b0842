import { describe, expect, it } from 'vitest'
import { type Pasted, readPasted } from '../../../../web/views/start/inputs/read-pasted.ts'

const playlist = 'https://open.spotify.com/playlist/37i9dQZF1DX0XUsuxWHRQd'

describe('what was pasted', () => {
  it.each<[string, Pasted]>([
    ['', { kind: 'nothing' }],
    [' \n\t\r\n', { kind: 'nothing' }],
    [playlist, { kind: 'links', links: [playlist] }],
    [`  ${playlist}\r\n`, { kind: 'links', links: [playlist] }],
    [`${playlist}\n${playlist}`, { kind: 'links', links: [playlist] }],
    ['spotify:playlist:37i9', { kind: 'links', links: ['spotify:playlist:37i9'] }],
    [
      'open.spotify.com/playlist/37i9',
      { kind: 'links', links: ['https://open.spotify.com/playlist/37i9'] },
    ],
    ['/home/me/list.m3u', { kind: 'paths', paths: ['/home/me/list.m3u'] }],
    ['"C:\\Me\\list.m3u"\n', { kind: 'paths', paths: ['"C:\\Me\\list.m3u"'] }],
    ['~/list.m3u', { kind: 'paths', paths: ['~/list.m3u'] }],
    ['file:///home/me/list.m3u', { kind: 'paths', paths: ['file:///home/me/list.m3u'] }],
    ['/home/me/a.mp3', { kind: 'paths', paths: ['/home/me/a.mp3'] }],
    // As players write lists.
    ['/me/a.mp3\n/me/b.ogg', { kind: 'text', text: '/me/a.mp3\n/me/b.ogg' }],
    ['/ - Title', { kind: 'text', text: '/ - Title' }],
    ['AC/DC', { kind: 'text', text: 'AC/DC' }],
    ['Sigur Rós – Hoppípolla', { kind: 'text', text: 'Sigur Rós – Hoppípolla' }],
    [`${playlist}\nMoon – Tide`, { kind: 'text', text: `${playlist}\nMoon – Tide` }],
    ['https://a b', { kind: 'text', text: 'https://a b' }],
    ['spotify:track:1', { kind: 'links', links: ['spotify:track:1'] }],
    // Tracks copied out of a list are one list.
    [
      'spotify:track:1\nspotify:track:2',
      { kind: 'text', text: 'spotify:track:1\nspotify:track:2' },
    ],
  ])('%j', (text, read) => {
    expect(readPasted(text)).toEqual(read)
  })

  it('is no link where it is longer than any', () => {
    expect(readPasted(`https://a.example/${'x'.repeat(2000)}`).kind).toBe('text')
  })

  it('is read in no time, however long a line is', () => {
    expect(readPasted(`www.${'a-'.repeat(200_000)}`).kind).toBe('text')
  })
})
