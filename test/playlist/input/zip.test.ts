import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_BYTES } from '../../../src/playlist/input/bytes.ts'
import { readPlaylists } from '../../../src/playlist/read.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { codesOf, errorLike, reasonLike } from '../../support/words/reasons.ts'
import { makeZip, patch } from './zip.ts'

const read = (zip: Buffer) =>
  readPlaylists('-', {
    stdin: (async function* () {
      yield zip
    })(),
  })

const playlist = (name: string) =>
  JSON.stringify({
    playlists: [
      { name, items: [{ track: { trackName: 'Salt', artistName: 'Mira', albumName: 'Shore' } }] },
    ],
  })
const names = (playlists: readonly { readonly name: string }[]) => playlists.map(({ name }) => name)

test("reads the playlists of Spotify's export in their order, and opens nothing else", async () => {
  const zip = await makeZip({
    'Spotify Account Data/Playlist10.json': playlist('ten'),
    'Spotify Account Data/Playlist2.json': playlist('two'),
    'Spotify Account Data/YourLibrary.json':
      '{"tracks":[{"artist":"Mira","album":"Shore","track":"Salt"}]}',
    'Spotify Account Data/Identity.json': playlist('SECRET-1'),
    'Spotify Account Data/Userdata.json': playlist('SECRET-2'),
    'Spotify Account Data/Payments.json': playlist('SECRET-3'),
    'Spotify Account Data/StreamingHistory_music_0.json': '[{"msPlayed":1}]',
    'Spotify Account Data/other.csv': 'Title,Artist\na,b',
    '__MACOSX/Spotify Account Data/._Playlist1.json': 'x\0y',
    'Spotify Account Data/._Playlist3.json': 'x\0y',
  })
  const playlists = await read(zip)
  expect(names(playlists)).toEqual(['two', 'ten', 'Liked Songs'])
  // A file that was opened and could not be read would be told of here.
  expect(codesOf(playlists[0]?.notes ?? [])).not.toContain('playlist.left-out')
})

test("reads a zip of Exportify's files", async () => {
  const csv = 'Track URI,Track Name,Artist Name(s)\nspotify:track:1,Salt,Mira\n'
  const playlists = await read(await makeZip({ 'b.csv': csv, 'a.csv': csv, 'readme.txt': 'x' }))
  expect(names(playlists)).toEqual(['a', 'b'])
})

test('zips in a zip are opened, as deep as Apple packs them and no deeper', async () => {
  const tracks = [{ 'Track Identifier': 1, Title: 'Salt', Artist: 'Mira' }]
  const lists = [{ 'Container Identifier': 2, Title: 'Sunday', 'Playlist Item Identifiers': [1] }]
  const zipped = async (name: string, value: unknown) => ({
    [`Apple Music Activity/${name}.zip`]: await makeZip({ [name]: JSON.stringify(value) }),
  })
  const inner = await makeZip({
    ...(await zipped('Apple Music Library Tracks.json', tracks)),
    ...(await zipped('Apple Music Library Playlists.json', lists)),
    'Apple Music Activity/notes.zip': await makeZip({ 'notes.txt': 'x' }),
  })
  const [sunday] = await read(await makeZip({ 'Apple Media Services/more.zip': inner }))
  expect(sunday).toMatchObject({ name: 'Sunday', entries: [{ track: { title: 'Salt' } }] })
  expect(sunday?.notes).toEqual([])
  const deep = await makeZip({ 'a.zip': await makeZip({ 'b.zip': inner }) })
  await expect(read(deep)).rejects.toThrow(
    errorLike('playlist.binary', {}, 'playlist.read-formats'),
  )
})

test.each(['xl/workbook.xml', 'content.xml', 'Index/Document.iwa'])(
  'a workbook (%s) is told as what it is',
  async (path) => {
    const zip = await makeZip({ [path]: '<x/>', 'a.csv': 'Title,Artist\nSalt,Mira' })
    await expect(read(zip)).rejects.toThrow(
      errorLike('playlist.workbook', { input: '-' }, 'playlist.save-as-csv'),
    )
  },
)

test('what zips in a zip unpack to is bounded altogether', async () => {
  const some = Buffer.alloc(1_234_567, ' ')
  const large = patch(await makeZip({ '1.csv': some }), uint32(some.length), uint32(MAX_BYTES - 1))
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.zip`, large]))
  await expect(read(await makeZip(many))).rejects.toThrow(UserError)
  const result = await read(await makeZip({ ...many, 'f.csv': 'Title,Artist\nSalt,Mira\n' }))
  const told = JSON.stringify(result[0]?.notes)
  expect(told).toContain('playlist.zip-too-large')
})

test('a listening history without a play is told apart from nothing', async () => {
  const zip = await makeZip({ 'MyData/endsong_0.json': '[]' })
  await expect(read(zip)).rejects.toThrow(errorLike('playlist.history-without-plays'))
})

test('one file that cannot be read does not take the others with it', async () => {
  const zip = await makeZip({
    'Playlist1.json': '{"playlists": [',
    'Playlist2.json': playlist('two'),
  })
  const [only] = await read(zip)
  expect(only?.name).toBe('two')
  expect(only?.notes).toContainEqual(
    reasonLike('playlist.left-out', {
      reason: reasonLike('playlist.of-input', {
        input: 'Playlist1.json',
        reason: reasonLike('playlist.json-damaged'),
      }),
    }),
  )
})

test.each([['../../'], ['/etc//'], ['C:/ab/'], ['..\\..\\']])(
  'a name that leads outside (%s) harms nothing',
  async (outside) => {
    const zip = await makeZip({ 'ab/cd/Playlist1.json': playlist('one') })
    const result = await read(patch(zip, 'ab/cd/', outside)).catch((error) => error)
    if (!(result instanceof UserError)) expect(names(result)).toEqual(['one'])
  },
)

/** As sizes stand in a zip. */
function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

test('an entry that is larger than it says is refused', async () => {
  const zip = await makeZip({ 'Playlist1.json': playlist('x'.repeat(10_000)) })
  const size = uint32(playlist('x'.repeat(10_000)).length)
  await expect(read(patch(zip, size, uint32(100)))).rejects.toThrow(UserError)
})

test('a zip bomb is refused by what it says, before it is unpacked', async () => {
  const large = await makeZip({ 'Playlist1.json': Buffer.alloc(MAX_BYTES + 1, ' ') })
  expect(large.length).toBeLessThan(100_000)
  await expect(read(large)).rejects.toThrow(errorLike('playlist.too-large', { maxMegabytes: 64 }))
  // Five files of nearly so many bytes each, by what the zip says of them.
  const some = Buffer.alloc(1_234_567, ' ')
  const files = ['1.csv', '2.csv', '3.csv', '4.csv', '5.csv'].map((name) => [name, some])
  const small = await makeZip(Object.fromEntries(files))
  const many = patch(small, uint32(some.length), uint32(MAX_BYTES - 1))
  await expect(read(many)).rejects.toThrow(errorLike('playlist.zip-too-large', { input: '-' }))
})

test('a damaged zip gives a clear error or what is whole in it', async () => {
  const zip = await makeZip({
    'Playlist1.json': playlist('one'),
    'Playlist2.json': playlist('two'),
  })
  const place = fc.nat({ max: zip.length - 1 })
  const damage = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(damage, fc.option(place), async (changes, end) => {
      const bytes = Buffer.from(zip.subarray(0, end ?? zip.length))
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      const result = await read(bytes).catch((error) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(UserError)
    }),
    { numRuns: 300 },
  )
})
