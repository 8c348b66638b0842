import { describe, expect, test } from 'vitest'
import type { ArchivedLists } from '../../../src/backup/identity/archived-lists.ts'
import { identify } from '../../../src/backup/identity/identify.ts'
import type { KeptList } from '../../../src/model/lists/kept-list.ts'
import type { ListQuestion } from '../../../src/model/lists/list-question.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { asReason, textReason } from '../../../src/model/reason.ts'
import { playlistOf, trackOf } from '../../archive/support/sample.ts'

const AT = '2026-03-01T00:00:00.000Z'
const SPOTIFY = 'spotify:playlist:37i9dQZF1DXcBWIGoYBM5M'
const LINK = 'https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M?si=x'
const OTHER = 'spotify:playlist:0000000000000000000000'

/** A playlist of tracks called so: a letter each. */
const mix = (name: string, titles: string, uri?: string): Playlist => ({
  ...playlistOf(
    name,
    [...titles].map((title) => trackOf(title)),
  ),
  uri,
})

const kept = (id: string, name: string, more: Partial<KeptList> = {}): KeptList => ({
  id,
  name,
  folder: name,
  uris: [],
  formerNames: [],
  ...more,
})

/** An archive that holds these lists, each with tracks called so; without them no backup of it has ended. */
function archiveOf(...all: readonly (readonly [KeptList, string | undefined])[]): ArchivedLists {
  return {
    lists: () => all.map(([list]) => list),
    stateOf: async ({ id }) => {
      const titles = all.find(([list]) => list.id === id)?.[1]
      return {
        at: titles === undefined ? undefined : AT,
        entries: mix('', titles ?? '').entries,
        isRecorded: titles !== undefined,
      }
    },
  }
}

const told = ({ notes }: Playlist) => notes.map((note) => asReason(note).code)

describe('an address is the list, whatever it is called and however little is the same', () => {
  const archive = archiveOf([kept(SPOTIFY, 'Mix', { uris: [SPOTIFY] }), 'abcd'])

  test.each([SPOTIFY, LINK])('%s', async (uri) => {
    const [found] = await identify([mix('Renamed', 'xyz', uri)], archive)
    expect(found).toMatchObject({ id: SPOTIFY, name: 'Renamed' })
    expect(told(found!)).toEqual(['backup.list-renamed'])
  })

  test.each([
    [
      'https://www.youtube.com/playlist?list=PLaaaaaaaaaaaaaaaa',
      'https://music.youtube.com/playlist?list=PLaaaaaaaaaaaaaaaa&si=x',
    ],
    ['https://www.deezer.com/playlist/12', 'https://www.deezer.com/fr/playlist/12?utm_source=x'],
  ])('at other services too: %s', async (uri, link) => {
    const lists = archiveOf([kept(uri, 'Mix', { uris: [uri] }), 'abcd'])
    const other = uri.replace(/..$/, '34')
    const found = await identify([mix('New', 'xyz', link), mix('Mix', 'abcd', other)], lists)
    expect(found.map(({ id }) => id)).toEqual([uri, other])
  })

  test('another address of the same service is another list, under the same name too', async () => {
    const [found] = await identify([mix('Mix', 'abcd', OTHER)], archive)
    expect(found).toMatchObject({ id: OTHER, name: 'Mix (2)' })
  })

  test('what the user has called a list is not changed by its service', async () => {
    const list = kept(SPOTIFY, 'Mine', { uris: [SPOTIFY], named: true })
    const [found] = await identify([mix('Theirs', 'abcd', SPOTIFY)], archiveOf([list, 'abcd']))
    expect(found).toMatchObject({ id: SPOTIFY, name: 'Mine' })
  })

  test('one that a program gives to every list is none', async () => {
    const uri = 'https://player.example/list'
    const list = kept(uri, 'Mix', { uris: [uri] })
    const [one, same] = await identify(
      [mix('Other', 'xyz', uri), mix('Mix', 'abc', uri)],
      archiveOf([list, 'abcd']),
    )
    expect(one?.id).not.toBe(uri)
    expect(same).toMatchObject({ id: uri, name: 'Mix' })
  })
})

describe('where nobody can be asked, the share of entries decides, and the report says so', () => {
  test.each<[string, Playlist, string, string | undefined]>([
    ['the same name, all entries', mix('Mix', 'abcdefghij'), 'mine', undefined],
    ['a copy’s name, all entries', mix('Mix (1)', 'abcdefghij'), 'mine', undefined],
    ['half of the shorter one', mix('Mix', 'abcd'), 'mine', 'backup.list-continued'],
    [
      'grown to three times',
      mix('Mix', 'abcdefghijklmnopqrstuvwxyz'),
      'mine',
      'backup.list-continued',
    ],
    ['less than half', mix('Mix', 'abcuvwxyz'), 'Mix (2)', 'backup.list-apart'],
    ['nothing in common', mix('Mix', 'uvwxyz'), 'Mix (2)', 'backup.list-apart'],
    ['a copy’s name, most entries', mix('Mix (1)', 'abcdefgxyz'), 'mine', 'backup.list-continued'],
    ['a copy’s name, few entries', mix('Mix (1)', 'abcx'), 'Mix (1)', 'backup.list-apart'],
    ['another name, nine tenths', mix('Best', 'abcdefghiz'), 'mine', 'backup.list-continued'],
    ['another name, eight tenths', mix('Best', 'abcdefghyz'), 'Best', undefined],
    ['another name, all of few', mix('Best', 'abc'), 'Best', undefined],
    ['emptied', mix('Mix', ''), 'mine', undefined],
  ])('%s', async (_, playlist, expected, code) => {
    const [found] = await identify([playlist], archiveOf([kept('mine', 'Mix'), 'abcdefghij']))
    expect(found?.id === 'mine' ? 'mine' : found?.name).toBe(expected)
    if (expected === 'mine') expect(found?.name).toBe('Mix')
    expect(told(found!)).toEqual(code === undefined ? [] : [code])
  })

  test('rows that name nothing count for nothing', async () => {
    const row = { kind: 'skipped', text: '', reason: textReason('Empty.') } as const
    const empty = { ...mix('Mix', ''), entries: [1, 2].map((position) => ({ ...row, position })) }
    const [found] = await identify([empty], archiveOf([kept('mine', 'Mix'), 'abcdefghij']))
    expect(found?.id).toBe('mine')
  })

  test('a former name counts as a name', async () => {
    const list = kept('mine', 'Best', { formerNames: ['Mix'] })
    const [found] = await identify([mix('Mix', 'abcdx')], archiveOf([list, 'abcde']))
    expect(found).toMatchObject({ id: 'mine', name: 'Best' })
  })

  test('a list whose first backup was killed goes on, with what was kept of it or with nothing', async () => {
    const [begun] = await identify([mix('Mix', 'abc')], archiveOf([kept('mine', 'Mix'), undefined]))
    expect(begun?.id).toBe('mine')
    expect(told(begun!)).toEqual([])
  })

  test('of two of one name, each is the one that it has the entries of, in whatever order they come', async () => {
    const archive = archiveOf([kept('one', 'Mix'), 'abcdef'], [kept('two', 'Mix (2)'), 'uvwxyz'])
    const lists = [mix('Mix', 'uvwxya'), mix('Mix', 'abcdez')]
    for (const given of [lists, lists.toReversed()]) {
      const found = await identify(given, archive)
      expect(found.map(({ id, name, entries }) => [id, name, entries[0]])).toEqual(
        given.map(({ entries }) =>
          entries === lists[0]?.entries
            ? ['two', 'Mix (2)', entries[0]]
            : ['one', 'Mix', entries[0]],
        ),
      )
    }
  })

  test('two of one name that come together are two, and keep their names the next time', async () => {
    const given = [mix('Mix', 'abc'), mix('Mix', 'xyz')]
    const first = await identify(given, archiveOf())
    expect(first.map(({ name }) => name)).toEqual(['Mix', 'Mix (2)'])
    expect(new Set(first.map(({ id }) => id)).size).toBe(2)
    const [one, two] = first.map(({ id = '', name }) => kept(id, name))
    const again = await identify(given, archiveOf([one!, 'abc'], [two!, 'xyz']))
    expect(again.map(({ id, name }) => [id, name])).toEqual(first.map(({ id, name }) => [id, name]))
  })
})

describe('what was said', () => {
  const archive = archiveOf([kept('mine', 'Mix'), 'abcd'], [kept('other', 'Other'), 'xyz'])

  test.each([
    ['by its id', 'other'],
    ['by its name', 'Other'],
    ['in another case', 'other '],
  ])('an id or a name settles it, against name and entries: %s', async (_, list) => {
    const [found] = await identify([mix('Mix', 'abcd')], archive, { list: list.trim() })
    expect(found).toMatchObject({ id: 'other', name: 'Other' })
  })

  test('an id that no list has is a new one’s', async () => {
    const [found] = await identify([mix('Mix', 'abcd')], archive, { list: 'new-one' })
    expect(found).toMatchObject({ id: 'new-one', name: 'Mix (2)' })
    expect(told(found!)).toEqual(['backup.list-begun'])
  })

  test('a name that several have is refused with their ids', async () => {
    const twice = archiveOf([kept('a', 'Mix'), 'a'], [kept('b', 'mix'), 'b'])
    await expect(identify([mix('Mix', 'a')], twice, { list: 'MIX' })).rejects.toMatchObject({
      reason: { code: 'backup.several-lists' },
      advice: { params: { ids: ['a', 'b'] } },
    })
  })

  test('answers go by the place; a new id is a new list, and the same one when the run goes on', async () => {
    const given = [mix('Mix', 'abcd'), mix('Mix', 'abcd')]
    const answered = new Map([
      [0, 'fresh'],
      [1, 'mine'],
    ])
    const found = await identify(given, archive, { answered })
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      ['fresh', 'Mix (2)'],
      ['mine', 'Mix'],
    ])
    const later = archiveOf([kept('mine', 'Mix'), 'abcd'], [kept('fresh', 'Mix (2)'), undefined])
    expect((await identify(given, later, { answered })).map(({ id }) => id)).toEqual([
      'fresh',
      'mine',
    ])
  })

  test('a name that the user gives renames the list', async () => {
    const list = kept(SPOTIFY, 'Mix', { uris: [SPOTIFY] })
    const given = { ...mix('Best', 'abcd', SPOTIFY), named: true as const }
    const [found] = await identify([given], archiveOf([list, 'abcd']))
    expect(found).toMatchObject({ id: SPOTIFY, name: 'Best', named: true, notes: [] })
  })
})

describe('who can be asked is asked', () => {
  const archive = archiveOf([kept('mine', 'Mix'), 'abcdefghij'], [kept('other', 'Other'), 'xyz'])

  async function ask(playlist: Playlist, answer?: string) {
    const questions: ListQuestion[] = []
    const [found] = await identify([playlist], archive, {
      ask: async (question) => {
        questions.push(question)
        return answer
      },
    })
    return { found, questions }
  }

  test('with what is the same, and what would be taken unasked', async () => {
    const { found, questions } = await ask(mix('Best', 'abcdefghiz'), 'mine')
    const facts = { id: 'mine', name: 'Mix', at: AT, same: 9, of: 10 }
    expect(questions).toEqual([
      { at: 0, playlist: 'Best', entries: 10, candidates: [facts], suggested: 'mine' },
    ])
    expect(found).toMatchObject({ id: 'mine', name: 'Mix', notes: [] })
  })

  test('and may say that it is a new list', async () => {
    const { found, questions } = await ask(mix('Mix', 'abcdefghiz'))
    expect(questions).toHaveLength(1)
    expect(found?.name).toBe('Mix (2)')
    expect(found?.notes).toEqual([])
  })

  test('about a name alone, too, where nothing would be taken', async () => {
    const { questions } = await ask(mix('Mix', 'uvw'))
    expect(questions).toMatchObject([
      { suggested: undefined, candidates: [{ id: 'mine', same: 0 }] },
    ])
  })

  test.each([
    ['what is the same under its name', mix('Mix', 'abcdefghij')],
    ['what is like nothing', mix('Best', 'uvw')],
  ])('but not about %s', async (_, playlist) => {
    expect((await ask(playlist)).questions).toEqual([])
  })
})
