import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countTracks } from '../../reading/count/tracks.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { parseJson } from '../../reading/json.ts'
import { readLines } from '../../reading/lines.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { findLists } from '../../reading/objects/find-lists.ts'
import { findPairing, splitNames } from '../../reading/tracklist/pairing.ts'

/** JSON of any origin: lists of objects that name a track, in whatever words; JSON lines; or lists of `Artist - Title`. */
export const json: PlaylistFormat = {
  name: 'json',
  title: reason('playlist.format-json'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (/^\s{0,9}\[\s*"[^"]{1,300}"\s*[,\]]/.test(head)) return areNames(head) ? 0.3 : 0
    if (!/^\s{0,9}[{[]\s*["{[]/.test(head)) return 0
    const titled = /"(?:\w{0,20}[ _-]?)?(?:title|name|track|song|titel)"\s*:\s*"/i.test(head)
    const credited =
      /"(?:\w{0,20}[ _-]?)?(?:artists?|performer|singer|band|author|interpret|uploader|channel|username|ar|grandparentTitle)(?:[ _-]?names?)?"\s*:/i
    return titled && credited.test(head) ? 0.3 : 0
  },

  read(input) {
    const root = readRoot(input.text)
    const build = (rows: Iterable<ReadRow>, name?: string): Playlist =>
      buildPlaylist({ format: 'json', name, fallbackName: nameOf(input) }, rows)
    if (isTexts(root)) return [build(readTexts(root))]
    const lists = findLists(root)
    if (lists.length === 0) throw new UserError(reason('playlist.json-without-tracks'))
    return lists.map(({ name, rows }) => build(rows, name))
  },

  count: ({ text }) => countTracks(readRoot(text)),
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')

/** One document, or one in each line. */
function readRoot(text: string): unknown {
  const first = /^\s*(\{[^\r\n]*\})[ \t]*\r?\n\s*\{/.exec(text.slice(0, 64 * 1024))?.[1]
  if (first === undefined) return parseJson(text)
  return parseJson(`[${[...readLines(text)].filter((line) => line.trim() !== '').join(',')}]`)
}

function areNames(head: string): boolean {
  const texts = [...head.matchAll(/"((?:[^"\\]|\\.){1,300})"/g)].map((found) => found[1] ?? '')
  const pairing = findPairing(texts)
  return texts.filter((text) => splitNames(text, pairing).artist).length >= texts.length * 0.7
}

function readTexts(texts: readonly string[]): readonly ReadRow[] {
  const pairing = findPairing(texts.slice(0, 500))
  return texts.map((text) => {
    const { artist, title, note } = splitNames(text, pairing)
    return {
      kind: 'track',
      title,
      artists: [artist],
      note: artist ? note : reason('playlist.no-dash'),
    }
  })
}
