import { expect, test } from 'vitest'
import { reason } from '../../../../src/model/reason.ts'
import { idOf, makeItems } from '../../../support/hosts/spotify.ts'
import { failure, openUser } from '../../../support/hosts/spotify-user.ts'
import { readAsAnybody } from '../../../support/hosts/spotify-visitor.ts'
import { readSample } from '../../../support/samples.ts'
import { innerCodeOf } from '../../../support/words/reasons.ts'

const sample = (what: string) => readSample('spotify', what)

test.each([
  ['no Premium', 'playlist.app-not-allowed', 'playlist.owner-needs-premium'],
  ['not registered', 'playlist.app-not-allowed', 'playlist.add-user-to-app'],
  ['quota', 'playlist.quota-used', undefined],
])('the Web API, %s: told as that, with the right advice', async (what, code, advice) => {
  const instead = (url: URL) => (url.pathname.endsWith(idOf(1)) ? sample(what) : undefined)
  const { run } = await openUser({ items: makeItems(3), instead })
  const error = await failure(run())
  expect(innerCodeOf(error)).toBe(code)
  expect(error?.advice?.code).toBe(advice)
  const detail = sample(what).body
  if (code === 'playlist.app-not-allowed') expect(error?.reason.params).toEqual({ detail })
})

test('a track whose page says nothing: its embed page names the artists', async () => {
  const { result, asked } = await readAsAnybody({ kind: 'track', id: idOf(1) }, ({ pathname }) =>
    sample(pathname.startsWith('/embed/') ? 'an embedded track' : 'a track without Open Graph'),
  )
  expect(result).toMatchObject({
    name: 'Blue Harbour',
    entries: [
      {
        track: {
          title: 'Blue Harbour',
          artists: ['The Lanterns', 'Ann Lee'],
          durationMs: 221_573,
          year: 2014,
          uri: `spotify:track:${idOf(1)}`,
        },
        note: reason('playlist.from-embed-page'),
      },
    ],
  })
  const paths = asked.map(({ url }) => url.pathname)
  expect(paths).toEqual([`/track/${idOf(1)}`, `/embed/track/${idOf(1)}`])
  expect(JSON.stringify(result)).not.toContain('anonymous')
})

test('a track whose embed page is another thing: the title alone', async () => {
  const { result } = await readAsAnybody({ kind: 'track', id: idOf(1) }, ({ pathname }) => {
    if (pathname === '/oembed') return { body: '{"title":"Blue Harbour"}' }
    return sample(
      pathname.startsWith('/embed/') ? 'an embedded album' : 'a track without Open Graph',
    )
  })
  expect(result).toMatchObject({ entries: [{ note: reason('playlist.title-alone') }] })
})

test('an album’s embed page', async () => {
  const say = () => sample('an embedded album')
  const { result } = await readAsAnybody({ kind: 'album', id: idOf(2) }, say, true)
  expect(result).toMatchObject({
    name: 'Harbour Lights',
    entries: [
      { track: { title: 'Blue Harbour', artists: ['The Lanterns'], album: 'Harbour Lights' } },
      { track: { title: 'Don’t Say Ahoy', artists: ['The Lanterns', 'Ann Lee'] } },
    ],
  })
})

test('a playlist’s embed page: a comma before a common space is part of a name', async () => {
  const say = () => sample('an embedded playlist')
  const { result } = await readAsAnybody({ kind: 'playlist', id: idOf(3) }, say, true)
  expect(result).toMatchObject({
    name: 'Evening’s Best',
    creator: 'Mira',
    entries: [
      { track: { title: 'Slow Tide - Night Remix', artists: ['Ada Holm, Night Ferry'] } },
      { track: { title: 'North + South', artists: ['Tide, Pier & Sons', 'Mara Quint'] } },
    ],
  })
})
