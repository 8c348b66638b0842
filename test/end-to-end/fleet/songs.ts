import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { json, sum } from '../../support/hosts/free-song.ts'
import type { Say } from '../../support/hosts/replay.ts'
import { makeWav } from '../../support/sound.ts'

/** How much the fleet has to do. */
export interface Size {
  readonly lists: number
  /** Entries of each list. */
  readonly tracks: number
  /** How many of these nobody has but the Internet Archive. */
  readonly open: number
}

const SECONDS = 2
const ARTIST = 'The Fleet'

/** Any two differ by four letters at least: a title of these is never taken for another. */
const WORDS = [
  ...[
    'Amber',
    'Basalt',
    'Cedar',
    'Delta',
    'Ebony',
    'Fjord',
    'Grove',
    'Harbour',
    'Island',
    'Juniper',
  ],
  ...[
    'Kestrel',
    'Lagoon',
    'Meadow',
    'Monsoon',
    'Orchid',
    'Pebble',
    'Quartz',
    'Rhubarb',
    'Saffron',
    'Thistle',
  ],
  ...['Uniform', 'Velvet', 'Willow', 'Yarrow', 'Zephyr'],
]

function titleOf(number: number): string {
  const digits: string[] = []
  for (let left = number + WORDS.length; left > 0; left = Math.floor(left / WORDS.length))
    digits.unshift(WORDS[left % WORDS.length]!)
  return digits.join(' ')
}

/** The numbers of a list's tracks: the last `open` of them are only in the open. */
const numbersOf = (list: number, { tracks }: Size): readonly number[] =>
  Array.from({ length: tracks }, (_, at) => list * tracks + at)

const isOpen = (number: number, { tracks, open }: Size): boolean => number % tracks >= tracks - open

/** A list as CSV, and the folder with those of its tracks that are not only in the open. */
export interface WrittenList {
  readonly path: string
  readonly library: string
}

export async function writeMusic(dir: string, size: Size): Promise<readonly WrittenList[]> {
  const lists: WrittenList[] = []
  for (let list = 0; list < size.lists; list++) {
    const library = join(dir, 'Music', `Of list ${list}`)
    await mkdir(library, { recursive: true })
    const numbers = numbersOf(list, size)
    for (const number of numbers)
      if (!isOpen(number, size)) {
        const path = join(library, `${ARTIST} - ${titleOf(number)}.wav`)
        await writeFile(path, makeWav(SECONDS, number, 8000))
      }
    const rows = numbers.map((number) => `${titleOf(number)},${ARTIST},${SECONDS * 1000}`)
    const path = join(dir, `list ${list}.csv`)
    await writeFile(path, ['Title,Artist,Duration (ms)', ...rows, ''].join('\n'))
    lists.push({ path, library })
  }
  return lists
}

/** The Internet Archive with what is only in the open, given to it by the artist; MusicBrainz knows nothing. */
export function answerFor(size: Size): Say {
  const all = Array.from({ length: size.lists * size.tracks }, (_, number) => number)
  const known = new Map(
    all.flatMap((number) => (isOpen(number, size) ? [[titleOf(number), number] as const] : [])),
  )
  return (url) => {
    const { host, pathname } = url
    if (host === 'musicbrainz.org') return json({ count: 0, offset: 0, recordings: [] })
    if (!/(^|\.)archive\.org$/.test(host)) return { status: 404, body: '{}' }
    if (pathname === '/advancedsearch.php') return json({ response: { docs: search(url, known) } })
    const item = /^\/(metadata|download)\/fleet-(\d+)/.exec(pathname)
    const number = Number(item?.[2])
    if (!item || !isOpen(number, size)) return { status: 404, body: '{}' }
    const sound = makeWav(SECONDS, number, 8000)
    return item[1] === 'metadata'
      ? json(describe(number, sound))
      : { headers: { 'content-type': 'audio/wav' }, body: sound }
  }
}

function search(url: URL, known: ReadonlyMap<string, number>) {
  const asked = (url.searchParams.get('q') ?? '').toLowerCase()
  return [...known].flatMap(([title, number]) => {
    const words = title.toLowerCase().split(' ')
    return words.every((word) => asked.includes(word))
      ? [{ identifier: `fleet-${number}`, title, creator: ARTIST }]
      : []
  })
}

const describe = (number: number, sound: Uint8Array) => ({
  metadata: {
    identifier: `fleet-${number}`,
    title: titleOf(number),
    creator: ARTIST,
    uploader: ARTIST,
    licenseurl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  files: [
    {
      name: 'sound.wav',
      source: 'original',
      length: String(SECONDS),
      size: String(sound.length),
      md5: sum('md5', sound),
      title: titleOf(number),
    },
  ],
})
