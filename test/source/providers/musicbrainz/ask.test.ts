import { expect, test } from 'vitest'
import { type Asker, openAsker } from '../../../../src/source/providers/musicbrainz/ask.ts'
import { musicBrainz } from '../../../../src/source/providers/musicbrainz/musicbrainz.ts'
import { answerDirectly, USER_AGENT } from '../../../support/hosts/direct-http.ts'
import { makeContext, tablesOf } from '../../../support/hosts/online.ts'
import { findRefusal, type Question } from '../../../support/hosts/strict.ts'

const ID = '00000050-0000-4000-8000-000000000050'
const DEEZER = 'https://www.deezer.com/track/1'
const TIDAL = 'https://tidal.com/track/1'
const { signal } = new AbortController()

const questions: readonly (readonly [string, (asker: Asker) => Promise<unknown>])[] = [
  [
    'recording?query=isrc%3AQZLTN1400003&limit=50&fmt=json',
    ({ search }) => search('isrc:QZLTN1400003', signal),
  ],
  [
    `recording/${ID}?inc=artist-credits+aliases+isrcs+releases+release-groups+url-rels&fmt=json`,
    ({ recording }) => recording(ID, signal),
  ],
  [
    `release/${ID}?inc=labels+url-rels+recordings+recording-level-rels&fmt=json`,
    ({ release }) => release(ID, signal),
  ],
  [
    `release?recording=${ID}&inc=labels&limit=100&fmt=json`,
    ({ releasesOf }) => releasesOf(ID, signal),
  ],
  [`artist/${ID}?inc=aliases+url-rels&fmt=json`, ({ artist }) => artist(ID, signal)],
  [
    `url?resource=${encodeURIComponent(DEEZER)}&resource=${encodeURIComponent(TIDAL)}&inc=recording-rels&fmt=json`,
    ({ pages }) => pages([DEEZER, TIDAL], signal),
  ],
]

const root = 'https://musicbrainz.org/ws/2/'
const tables = tablesOf(musicBrainz)

const asked = (address: string): Question => ({
  url: new URL(`${root}${address}`),
  method: 'GET',
  headers: { 'user-agent': USER_AGENT },
  body: '',
})

test.each(questions)('%s', async (address, ask) => {
  const http = answerDirectly(() => ({ body: '{}' }), tables)
  await ask(openAsker(makeContext(musicBrainz, http)))
  expect(http.asked.map(({ href }) => href)).toEqual([`${root}${address}`])
})

test('every question takes its own inc, and no other', () => {
  for (const [address] of questions) {
    const { url } = asked(address)
    const values = url.searchParams.get('inc')?.split(' ') ?? []
    for (const [at, value] of values.entries()) {
      url.searchParams.set('inc', values.with(at, `${value}s`).join(' '))
      const reply = findRefusal(tables, { ...asked(address), url })
      expect(reply, `${url}`).toMatchObject({ status: 400, body: expect.stringMatching(/inc/) })
    }
  }
})

test.each([
  // Seen so on 2026-09-21.
  ['isrc/QZLTN1400003?inc=artist-credits+releases+release-groups&fmt=json', 400],
  [`recording/${ID}?inc=labels&fmt=json`, 400],
  [`release?recording=${ID}&inc=recording-level-rels&fmt=json`, 400],
  [`artist/${ID}?inc=labels&fmt=json`, 400],
  [`url?resource=${encodeURIComponent(DEEZER)}&inc=aliases&fmt=json`, 400],
  ['recording?query=name:blue&fmt=json', 400],
  ['recording?fmt=json', 400],
  [`recording/${ID}`, 400],
  ['recordings?query=recording:blue&fmt=json', 404],
])('the real one does not take %s', (address, status) => {
  expect(findRefusal(tables, asked(address))).toMatchObject({ status })
})

test('nor a question of nobody', () => {
  const question = { ...asked(`artist/${ID}?fmt=json`), headers: {} }
  expect(findRefusal(tables, question)).toBeDefined()
})
