import { describe, expect, it } from 'vitest'
import { textReason } from '../../../../src/model/reason.ts'
import { viewOfJob, viewOfPlaylist } from '../../../../web/address.ts'
import { fileAddress, playlistAddress } from '../../../../web/parts/archives/archive-addresses.ts'
import { nextIndex } from '../../../../web/views/result/entries/next-index.ts'
import { locatePlaylist } from '../../../../web/views/result/playlist-location.ts'

const report = (html?: string, playlist?: string) => ({
  summary: textReason(''),
  stopped: false,
  dryRun: html === undefined,
  tookMs: 0,
  bytes: 0,
  hosts: [],
  refusedRequests: [],
  unavailable: [],
  html,
  playlist,
})

describe('placeOf', () => {
  it.each([
    [
      viewOfPlaylist('a1', 'Road / 50 %'),
      undefined,
      undefined,
      { archive: 'a1', folder: 'Road / 50 %' },
    ],
    [viewOfJob('7'), report('Road/report.html'), 'a1', { job: '7', archive: 'a1', folder: 'Road' }],
    [
      viewOfJob('7'),
      report(undefined, 'Road/playlist.m3u8'),
      'a1',
      { job: '7', archive: 'a1', folder: 'Road' },
    ],
    [viewOfJob('7'), report(), undefined, { job: '7' }],
    [viewOfJob('7'), undefined, 'a1', { job: '7', archive: 'a1' }],
  ])('of %s', (view, said, archive, place) => {
    expect(locatePlaylist(view, said, archive)).toEqual(place)
  })

  it('writes names that would be addresses as names', () => {
    expect(fileAddress('a/1', 'Björk/50 %?/#1.mp3')).toBe(
      'archives/a%2F1/files/Bj%C3%B6rk/50%20%25%3F/%231.mp3',
    )
    expect(playlistAddress('a1', '../x')).toBe('archives/a1/playlists/..%2Fx')
  })
})

describe('stepTo', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageDown', 7, 9],
    ['PageUp', 7, 2],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['a', 2, undefined],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(nextIndex(key, from, 10, 5)).toBe(to)
  })

  it('leads nowhere beyond an empty list', () => {
    expect(nextIndex('End', 0, 0, 5)).toBe(0)
  })
})
