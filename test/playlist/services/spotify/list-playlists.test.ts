import { expect, test } from 'vitest'
import { reason } from '../../../../src/model/reason.ts'
import type { Api } from '../../../../src/playlist/services/spotify/api.ts'
import { listPlaylists } from '../../../../src/playlist/services/spotify/list-playlists.ts'
import { idOf } from '../../../support/hosts/spotify.ts'

const list = (number: number, owner: string, more: object = {}) => ({
  name: `List ${number}`,
  uri: `spotify:playlist:${idOf(number)}`,
  owner: { id: owner, display_name: owner.toUpperCase() },
  collaborative: false,
  ...more,
})

/** Answers by path; lists page by page. */
const answering = (playlists: readonly unknown[], total: unknown = playlists.length): Api => ({
  async get(path, query) {
    if (path === '/me') return { id: 'me' }
    if (path === '/me/tracks') return { items: [], total: 12 }
    const offset = Number(query.offset)
    return { items: playlists.slice(offset, offset + Number(query.limit)), total }
  },
})

const { signal } = new AbortController()

test('says which can be read, and why the others cannot', async () => {
  const api = answering([
    list(1, 'me', { items: { total: 3 } }),
    list(2, 'me', { tracks: { total: 4 }, name: 'Old \u202eshape' }),
    null,
    list(3, 'other', { collaborative: true, tracks: null }),
    list(4, 'other'),
    list(5, 'spotify'),
    { name: 'no address' },
  ])
  expect(await listPlaylists(api, signal)).toEqual([
    { name: 'Liked Songs', uri: 'spotify:liked', owner: reason('playlist.you'), tracks: 12 },
    {
      name: 'List 1',
      uri: `spotify:playlist:${idOf(1)}`,
      owner: reason('playlist.you'),
      tracks: 3,
    },
    {
      name: 'Old shape',
      uri: `spotify:playlist:${idOf(2)}`,
      owner: reason('playlist.you'),
      tracks: 4,
    },
    { name: 'List 3', uri: `spotify:playlist:${idOf(3)}`, owner: 'OTHER' },
    expect.objectContaining({
      name: 'List 4',
      unreadable: reason('playlist.list-of-others'),
    }),
    expect.objectContaining({
      name: 'List 5',
      unreadable: reason('playlist.list-of-spotify'),
    }),
  ])
})

test('reads all pages, and does not ask without end', async () => {
  const many = Array.from({ length: 120 }, (_, at) => list(at, 'me'))
  expect(await listPlaylists(answering(many), signal)).toHaveLength(121)
  expect(await listPlaylists(answering(many, 1e9), signal)).toHaveLength(121)
  expect(await listPlaylists(answering(many, 'many'), signal)).toHaveLength(51)
})

test('whoever owns nothing by name owns nothing', async () => {
  const nobodys = list(1, '', { owner: {}, name: ' ' })
  const api: Api = {
    get: async (path) => (path === '/me' ? {} : { items: [nobodys], total: 1 }),
  }
  expect((await listPlaylists(api, signal))[1]).toMatchObject({
    name: { code: 'playlist.nameless' },
    owner: { code: 'playlist.somebody-else' },
    unreadable: { code: 'playlist.list-of-others' },
  })
})
