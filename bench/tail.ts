/**
 * What the long tail costs, and whether it tells what is known to be true.
 *
 *     node bench/tail.ts history [--rows N]       a listening history against an archive, beside the plain reading
 *     node bench/tail.ts published [--tracks N]   tracks spread as was published, streamed: shares, time, memory
 *     node bench/tail.ts catalogue [--tracks N]   the same popularity in a catalogue that is built, then gone through
 *
 * All of it is composed in a temporary folder, and removed afterwards.
 */
import { parseArgs } from 'node:util'
import { weighCatalogue } from './tail/catalogue.ts'
import { weighHistory } from './tail/history.ts'
import { weighPublished } from './tail/weigh-published.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, tracks: { type: 'string' } },
})
const [what = 'history'] = positionals
const lines =
  what === 'published'
    ? weighPublished(Number(values.tracks ?? 256_000_000))
    : what === 'catalogue'
      ? await weighCatalogue(Number(values.tracks ?? 1_000_000))
      : weighHistory(Number(values.rows ?? 1_000_000))
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${[...lines, `${megabytes} MB at most`].join('\n')}\n`)
