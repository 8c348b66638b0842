// How many of 1,000 entries find their file among 100,000 that have no tags: names alone, as
// `Artist - Title.mp3`, `Artist/Album/03 Title.mp3` and `03. Artist - Title.mp3`, and lengths where the
// catalogue has one. Of the entries 300
// have a slip of the pen in each field. What is accepted is right where file and entry are one row of
// the catalogue, or rows of the same name.
//   node bench/match/library.ts FOLDER-OF-LABELLED-SETS [--misses]
import { join } from 'node:path'
import { rankCopies } from '../../src/match/rank-copies.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { CandidateIndex } from '../../src/source/library/candidates.ts'
import { describeRecording } from '../../src/source/library/file-recording.ts'
import { foldText } from '../../src/text/fold.ts'
import { readLines } from './block.ts'

const FILES = 100_000
const ENTRIES = 1000
const MISSPELT = 300
const CANDIDATES = 50

const [folder = '', flag] = process.argv.slice(2)
const rows = readLines<Recording>(join(folder, 'catalogue.jsonl.gz')).filter(isNamed)
// Every nth row, so that all lists that the catalogue was made of are in.
const step = rows.length / FILES
const kept = Array.from({ length: FILES }, (_, at) => rows[Math.floor(at * step)]!)

const files = kept.map((row, at) => {
  const path = nameFile(row, at)
  const recording = describeRecording(
    {
      file: { path: `/music/${path}`, root: '/music', size: 1, mtimeNs: 0n },
      facts: { artists: [], durationMs: row.durationMs },
    },
    `${at}`,
    false,
  )
  return { recording, place: path.split('/').join(' ') }
})
const index = new CandidateIndex(files.map(({ recording, place }) => ({ ...recording, place })))

let right = 0
let wrong = 0
let ambiguous = 0
const started = performance.now()
for (let entry = 0; entry < ENTRIES; entry++) {
  const at = Math.floor((entry * FILES) / ENTRIES)
  const asked = entryOf(kept[at]!, entry)
  const found = index.find(asked, CANDIDATES).map((file) => files[file]!.recording)
  const { decision, matches } = rankCopies(asked, found)
  const best = kept[Number(matches[0]?.recording.id ?? -1)]
  const isRight = best !== undefined && nameOf(best) === nameOf(kept[at]!)
  if (decision === 'match') isRight ? right++ : wrong++
  if (decision === 'ambiguous') ambiguous++
  if (flag === '--misses' && (decision !== 'match' || !isRight))
    console.log(decision, JSON.stringify(asked), '|', best && nameFile(best, 0), matches[0]?.weight)
}
const ms = (performance.now() - started) / ENTRIES
console.log(
  `${ENTRIES} entries, ${FILES} files: right ${right}, another file ${wrong}, asked about ${ambiguous}, ` +
    `not found ${ENTRIES - right - wrong - ambiguous}; ${ms.toFixed(2)} ms an entry`,
)

function isNamed({ title, artists }: Recording): boolean {
  return artists.length > 0 && foldText(title) !== '' && foldText(artists[0] ?? '') !== ''
}

/** A file's name cannot hold every sign. */
function safe(text: string): string {
  return text.replaceAll(/[/\\:*?"<>|]/g, '_').slice(0, 120)
}

function nameFile({ title, artists, album }: Recording, at: number): string {
  const [artist, song] = [safe(artists.join(', ')), safe(title)]
  if (at % 3 === 0 && album !== undefined) return `${artist}/${safe(album)}/03 ${song}.mp3`
  return at % 3 === 1 ? `03. ${artist} - ${song}.mp3` : `${artist} - ${song}.mp3`
}

function nameOf({ title, artists }: Recording): string {
  return foldText(`${artists[0]} ${title}`)
}

/** As a playlist has it: the first artist; every so often misspelt in each field. */
function entryOf({ title, artists, durationMs }: Recording, entry: number): Track {
  const slip = entry % 10 < (MISSPELT * 10) / ENTRIES ? misspell : (text: string) => text
  return { title: slip(title, entry), artists: [slip(artists[0] ?? '', entry + 7)], durationMs }
}

/** One letter left out, doubled, or exchanged with the next one. */
function misspell(text: string, seed: number): string {
  const pairs = [...text.matchAll(/\p{L}(?=\p{L})/gu)]
  const at = pairs[(seed * 7919) % Math.max(1, pairs.length)]?.index
  if (at === undefined) return text
  const [letter = '', next = ''] = [text[at], text[at + 1]]
  const slip = [next, letter + letter + next, next + letter][seed % 3] ?? ''
  return text.slice(0, at) + slip + text.slice(at + 2)
}
