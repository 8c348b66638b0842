// What a count of suffixes over a catalogue would tell: of the titles with a suffix that nothing reads, beside the
// plain title by the same artist, how many have its length (one recording, or an instrumental) and how many another
// one, by how many titles the suffix stands behind in the whole catalogue.
//   node bench/match/suffixes.ts FOLDER-OF-LABELLED-SETS
import { join } from 'node:path'
import type { Recording } from '../../src/model/recording.ts'
import { foldText } from '../../src/text/fold.ts'
import { takeTitleApart } from '../../src/text/title/title.ts'
import { readLines } from './block.ts'

const SAME_MS = 2000

const [folder = ''] = process.argv.slice(2)
const plain = new Map<string, number[]>()
const titles = new Map<string, Set<string>>()
const suffixed: { readonly name: string; readonly suffix: string; readonly durationMs: number }[] =
  []
for (const { title, artists, durationMs = 0 } of readLines<Recording>(
  join(folder, 'catalogue.jsonl.gz'),
)) {
  const { core, subtitles, unread, versions } = takeTitleApart(title)
  const name = `${foldText(artists[0] ?? '')}\n${core}`
  const [suffix] = unread
  if (suffix === undefined) {
    if (subtitles.length + versions.length === 0 && durationMs > 0)
      plain.set(name, [...(plain.get(name) ?? []), durationMs])
  } else if (versions.length === 0) {
    titles.set(suffix, (titles.get(suffix) ?? new Set()).add(core))
    if (durationMs > 0) suffixed.push({ name, suffix, durationMs })
  }
}

const counts = { 'one title': [0, 0], '2 to 4': [0, 0], '5 and more': [0, 0] }
for (const { name, suffix, durationMs } of suffixed) {
  const lengths = plain.get(name)
  if (lengths === undefined) continue
  const behind = titles.get(suffix)?.size ?? 0
  const count = counts[behind === 1 ? 'one title' : behind < 5 ? '2 to 4' : '5 and more']
  const isSame = lengths.some((length) => Math.abs(length - durationMs) <= SAME_MS)
  count[isSame ? 0 : 1] = (count[isSame ? 0 : 1] ?? 0) + 1
}
for (const [behind, [same, other]] of Object.entries(counts))
  console.log(behind.padEnd(12), 'same length', same, 'another length', other)
