/**
 * How long it takes to find which of many files are one sound, and how many it finds.
 *
 *     node bench/cluster-sounds.ts [--files N]
 *
 * Of the made-up fingerprints a half is of sounds that are there once; the others are two to five copies of one,
 * with 0.5 to 8 % of their bits wrong and beginning up to 5 s apart. A twentieth is quiet: moving between few
 * words, some of them common to many.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { clusterFingerprints } from '../src/media/fingerprint/cluster.ts'
import {
  copyWords,
  drawFrom,
  makeWords,
  writeFingerprint,
} from '../test/media/fingerprint/synthetic-fingerprints.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '20000' } } })
const count = Number(values.files)

const random = drawFrom(7)
const sounds: { readonly code: string; readonly durationMs: number; readonly sound: number }[] = []
for (let sound = 0; sounds.length < count; sound++) {
  const words = makeWords(random, { isQuiet: random() < 0.05 })
  const durationMs = 120_000 + Math.round(random() * 180_000)
  const copies = random() < 0.75 ? 1 : 2 + Math.floor(random() * 4)
  for (let copy = 0; copy < copies && sounds.length < count; copy++) {
    const shift = copy === 0 ? 0 : Math.round((random() - 0.5) * 80)
    const heard = copy === 0 ? words : copyWords(words, 0.005 + random() * 0.075, shift, random)
    sounds.push({ code: writeFingerprint(heard), durationMs, sound })
  }
}
// Copies do not lie beside one another.
for (let at = sounds.length - 1; at > 0; at--) {
  const other = Math.floor(random() * (at + 1))
  ;[sounds[at], sounds[other]] = [
    sounds[other] as (typeof sounds)[0],
    sounds[at] as (typeof sounds)[0],
  ]
}

const [start, before] = [performance.now(), process.cpuUsage()]
const clusters = clusterFingerprints(sounds)
const wall = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)

const truth = Map.groupBy(sounds.keys(), (at) => sounds[at]?.sound)
const found = Map.groupBy(sounds.keys(), (at) => clusters[at])
const several = [...truth.values()].filter(({ length }) => length > 1)
const whole = several.filter((group) => new Set(group.map((at) => clusters[at])).size === 1)
const mixed = [...found.values()].filter(
  (group) => new Set(group.map((at) => sounds[at]?.sound)).size > 1,
)
console.log(
  `${count} files: ${wall.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time, load ${loadavg()[0]?.toFixed(2)}), ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  `\n${several.length} sounds are there several times, ${whole.length} of them found whole; ${mixed.length} groups of strangers`,
)
