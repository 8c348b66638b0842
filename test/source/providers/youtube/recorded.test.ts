import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Track } from '../../../../src/model/track.ts'
import { recogniseVideo } from '../../../../src/source/providers/youtube/official.ts'
import { readSearchIds, readVideo } from '../../../../src/source/providers/youtube/video.ts'
import { describeShared, shared } from '../../../support/shared.ts'

describeShared('recorded answers of YouTube', 'data/replies/youtube', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(shared('data/replies/youtube', name), 'utf8'))
  const nobody: ReadonlySet<string> = new Set()

  test('a video is read with all that is said of it', () => {
    const [item] = read('videos_list_dQw4w9WgXcQ.json').items
    expect(readVideo(item)).toMatchObject({
      id: 'dQw4w9WgXcQ',
      channel: { id: 'UCuAXFkgsw1L7xaCfnd5JJOw', title: 'Rick Astley' },
      durationMs: 213_000,
      recorded: true,
      watchable: true,
      licensed: true,
      embeddable: true,
      creativeCommons: false,
    })
  })

  test('the artist’s channel counts once it is linked', () => {
    const [item] = read('videos_list_dQw4w9WgXcQ.json').items
    const track = {
      title: 'Never Gonna Give You Up',
      artists: ['Rick Astley'],
      durationMs: 213_600,
    }
    const video = readVideo(item)!
    expect(recogniseVideo(track, video, nobody)).toEqual({ kind: 'unproven' })
    expect(recogniseVideo(track, video, new Set([video.channel.id]))).toMatchObject({
      sign: 'own-channel',
    })
  })

  test.each<[Track, number, object]>([
    [
      { title: 'Drowning (feat. Kodak Black)', artists: ['A Boogie wit da Hoodie'] },
      0,
      { sign: 'topic' },
    ],
    [
      { title: 'Drowning', artists: ['A Boogie Wit da Hoodie', 'Kodak Black'] },
      0,
      { sign: 'topic' },
    ],
    [{ title: 'Drowning', artists: ['Backstreet Boys'] }, 0, { kind: 'unproven' }],
    [
      { title: 'Runaway', artists: ['Kanye West', 'Pusha T'] },
      1,
      { reason: 'it is another version' },
    ],
  ])('%j', (track, at, is) => {
    const item = read('videos_items_topic_and_vevo.json').items[at]
    const video = readVideo({
      ...item,
      contentDetails: { duration: 'PT3M29S', licensedContent: true },
    })!
    expect(recogniseVideo(track, video, nobody)).toMatchObject(is)
  })

  test('countries, partners, players: each as it is said', () => {
    const said = read('videos_contentDetails_recorded.json')
    const [blocked, licensed, closed] = [
      'region_blocked_trimmed',
      'licensed_region_allowed',
      'status_not_embeddable',
    ].map((name) =>
      readVideo({ ...said[name].items[0], snippet: { title: 'Any', channelId: 'UCx' } }),
    )
    expect(blocked).toMatchObject({
      durationMs: 328_000,
      licensed: false,
      blockedIn: ['CZ', 'CA', 'US', 'GB', 'DE', 'FR', 'JP'],
    })
    expect(licensed).toMatchObject({ licensed: true })
    expect(licensed?.allowedIn).toHaveLength(70)
    expect(closed).toMatchObject({ embeddable: false, watchable: true })
    expect(said.deleted.items).toEqual([])
  })

  test('a search is read for its videos, the likely ones first', () => {
    expect(readSearchIds(read('search_list_rick_astley.partial9of25.json'))[0]).toBe('dQw4w9WgXcQ')
    expect(readSearchIds(read('search_list_tuyu_channels.nothumbs.json'))).toEqual([])
  })
})
