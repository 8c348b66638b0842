import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

export interface HostileInput {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Name and content. */
type HostileFile = readonly [string, Uint8Array]

/** Names that try to leave the archive, break a line, turn the text around, or are too long for any disk. */
export const hostileNames: readonly string[] = [
  '../../x',
  '..',
  '/etc/passwd',
  'C:\\Windows\\x',
  '\\\\server\\share',
  'CON',
  'nul.txt',
  'a\u0000b',
  'line\nbreak\r\n#EXTINF:1,evil',
  'tab\tand \u001b[31mred\u0007',
  '\u202egnp.exe',
  '\u2067isolate',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '-rf',
  '.hidden',
  'trailing dots...',
  ' ',
  '\ud800 half',
  '👩‍👩‍👧‍👦'.repeat(40),
  'é'.normalize('NFD').repeat(300),
  'x'.repeat(5000),
  '{title}{playlist}',
  '%2e%2e%2fx',
]

const extensions = ['csv', 'json', 'zip', 'm3u8', 'm3u', 'xspf', 'jspf', 'txt', 'xml', 'bin', '']

/** Seeded, so that a failure can be seen again: noise, mutated samples, hostile names, and bombs. */
export function* makeHostileInputs(
  samples: readonly HostileFile[],
  count: number,
  seed: number,
): Generator<HostileInput> {
  const random = makeRandom(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  yield* bombs()
  const own = hostileNames.flatMap((name) => writeAll(name))
  for (let index = 0; index < count; index++) {
    const kind = random()
    if (kind < 0.25) {
      const bytes = new Uint8Array(Math.floor(random() ** 3 * 20_000))
      for (let at = 0; at < bytes.length; at++) bytes[at] = random() * 256
      yield { name: `${index}.${pick(extensions)}`, bytes }
    } else if (kind < 0.75) {
      const [name, bytes] = pick([...own, ...samples])
      yield { name: `${index} ${name}`, bytes: mutate(bytes, random) }
    } else {
      const [name, bytes] = pick(own)
      yield { name: `${index} ${name}`, bytes }
    }
  }
}

function mutate(sample: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(sample)
  const at = () => Math.floor(random() * (bytes.length + 1))
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const place = at()
    const kind = Math.floor(random() * 5)
    if (kind === 0) bytes = bytes.subarray(0, place)
    else if (kind === 1 && place < bytes.length) bytes[place] = random() * 256
    else if (kind === 2)
      bytes = Buffer.concat([
        bytes.subarray(0, place),
        bytes.subarray(at(), place),
        bytes.subarray(place),
      ])
    else {
      const odd = ['\u0000', '\u202e', '"', '<', '{', '\r', '﻿', '../', '&x;', ',', '\ud83d'][
        Math.floor(random() * 11)
      ] as string
      bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from(odd), bytes.subarray(place)])
    }
  }
  return bytes
}

/** One playlist in each format, with this name in every place that takes text. */
function writeAll(name: string): readonly HostileFile[] {
  const json = JSON.stringify
  const csv = `"${name.replaceAll('"', '""')}"`
  const xml = name.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
  const spotify = {
    playlists: [
      { name, items: [{ track: { trackName: name, artistName: 'Mallory', albumName: name } }] },
    ],
  }
  const texts = [
    [
      'exportify.csv',
      `Track URI,Track Name,Artist Name(s),Album Name\nspotify:track:0000000000000000000000,${csv},Mallory,${csv}\n`,
    ],
    ['Playlist1.json', json(spotify)],
    [
      'list.m3u8',
      `#EXTM3U\n#PLAYLIST:${name}\n#EXTINF:3,Mallory - ${name}\n${name}\n../../../${name}.mp3\n`,
    ],
    [
      'list.xspf',
      `<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><title>${xml}</title><trackList><track><title>${xml}</title><creator>Mallory</creator><location>file:///${encodeURI(name.toWellFormed())}</location></track></trackList></playlist>`,
    ],
    [
      'list.jspf',
      json({ playlist: { title: name, track: [{ title: name, creator: 'Mallory' }] } }),
    ],
    ['lines.txt', `Mallory - ${name}\n${name} - ${name}\n`],
  ] as const
  const files = texts.map(([path, text]): HostileFile => [path, Buffer.from(text)])
  const zipped = files.map(([path, bytes]): HostileFile => [`../../${path}`, bytes])
  const whole: HostileFile = ['MyData/Playlist1.json', Buffer.from(json(spotify))]
  return [...files, ['export.zip', writeZip([...zipped, whole])]]
}

/** What is small on the outside and large inside, or large everywhere. */
function* bombs(): Generator<HostileInput> {
  const line = Buffer.alloc(100 * 1024 * 1024, 'Artist - Title, ')
  for (const extension of ['txt', 'csv', 'json', 'xspf'])
    yield { name: `one line.${extension}`, bytes: line }
  const inner = writeZip([['Playlist1.json', Buffer.from('{"playlists":[]}')]])
  yield {
    name: 'nested.zip',
    bytes: writeZip([['Playlist1.json', writeZip([['Playlist1.json', inner]])]]),
  }
  yield {
    name: 'bomb.zip',
    bytes: writeZip([['MyData/Playlist1.json', Buffer.alloc(300 * 1024 * 1024, ' ')]]),
  }
  yield { name: 'deep.json', bytes: Buffer.from(`{"playlists":${'['.repeat(200_000)}`) }
  yield {
    name: 'deep.jspf',
    bytes: Buffer.from(`{"playlist":{"track":${'[{"a":'.repeat(100_000)}`),
  }
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  )
  yield {
    name: 'laughs.xspf',
    bytes: Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE playlist [<!ENTITY l0 "lol">${laughs.join('')}]><playlist version="1" xmlns="http://xspf.org/ns/0/"><title>&l9;</title><trackList/></playlist>`,
    ),
  }
}

/** A zip as its specification (APPNOTE 6.3) has it, with whatever names it is told. */
function writeZip(files: readonly HostileFile[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 14)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, name, packed)
    central.push(entry, name)
    offset += local.length + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** Mulberry32. */
function makeRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
