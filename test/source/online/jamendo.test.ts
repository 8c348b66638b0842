import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { judge } from '../../../src/rights/judge.ts'
import { jamendo } from '../../../src/source/providers/jamendo/jamendo.ts'
import { readJamendoTrack } from '../../../src/source/providers/jamendo/track.ts'
import { openDirectly, openReplayed } from '../../support/hosts/online.ts'
import { describeShared, shared } from '../../support/shared.ts'

const { signal } = new AbortController()
const track = { title: 'Blue Harbour', artists: ['The Lanterns'] }

test.each([
  [5, 'SONGKEEP_JAMENDO_CLIENT_ID'],
  [6, 'no more requests from this client id'],
  [11, 'suspended'],
  [99, 'its code 99'],
])('an error inside HTTP status 200 is told: code %i', async (code, words) => {
  const headers = { status: 'failed', code, error_message: 'Something.', results_count: 0 }
  const source = openDirectly(jamendo, () => ({ body: JSON.stringify({ headers, results: [] }) }))
  const failed = await source.search(track, signal).catch((error) => error)
  expect(failed).toBeInstanceOf(UnavailableError)
  expect(failed.message).toContain(words)
})

test('the client id is sent, and is in no evidence', async () => {
  const body = JSON.stringify({
    headers: { status: 'success', code: 0 },
    results: [{ id: '1', name: 'Blue Harbour', artist_name: 'The Lanterns' }],
  })
  await using source = await openReplayed(jamendo, () => ({ body }))
  const [found] = await source.search(track, signal)
  expect(source.asked[0]?.searchParams.get('client_id')).toBe('a-key')
  expect(JSON.stringify(found)).not.toContain('a-key')
})

describeShared('recorded answers', 'data/replies/jamendo', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(shared('data/replies/jamendo', name), 'utf8'))
  const answer = {
    url: 'https://api.jamendo.com/v3.0/tracks/',
    sha256: '0'.repeat(64),
    at: '2026-11-21T12:00:00Z',
  }
  const policy = { today: '2026-11-21' }

  test('a track of the catalogue may be copied', () => {
    const found = readJamendoTrack(read('track_openverse_example.json'), answer)
    expect(found).toMatchObject({
      id: '732',
      title: 'Thoughtful',
      artists: ['Haeresis'],
      uploader: 'Haeresis',
      album: 'Opera I',
      durationMs: 144_000,
      year: 2005,
      trackNumber: 6,
      licence: 'http://creativecommons.org/licenses/by-nc/2.0/',
      popularity: 2826,
    })
    expect(found?.media).toEqual({
      kind: 'remote',
      files: [
        { url: 'https://mp3d.jamendo.com/download/track/732/mp32/', format: 'mp3', original: true },
      ],
    })
    expect(found && judge(found, policy).action).toBe('copy')
  })

  test('the example of the documentation is read, and is linked where its download is off', () => {
    const [result] = read('tracks_docs_envelope.json').results
    const found = readJamendoTrack(result, answer)
    expect(found && judge(found, policy).licence.id).toBe('CC-BY-NC-ND-3.0')
    const off = readJamendoTrack({ ...result, audiodownload_allowed: false }, answer)
    expect(off?.media).toBeUndefined()
    expect(off && judge(off, policy).action).toBe('link')
  })
})
