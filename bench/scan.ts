/**
 * What a scan of the user's folders costs where nothing has changed since the last one, with `find` beside it.
 *
 *     node bench/scan.ts [--files N] [--folders N] [--rounds N] [--dir PATH]
 *
 * The files are tiny and tagged, and lie as `Artist/Album/03 Title.mp3`. `find` tells size and time of every file, so
 * that it asks the system for as much. Each scan is a process of its own; in each round `find` and a scan take turns.
 * With `--dir` the files stay there, and are found again by the next run.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mp3 } from '../test/source/library/audio.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    folders: { type: 'string', default: '8000' },
    rounds: { type: 'string', default: '5' },
    dir: { type: 'string' },
    scan: { type: 'string' },
  },
})

function compare(dir: string) {
  try {
    if (!existsSync(join(dir, 'Music')))
      makeFiles(dir, Number(values.files), Number(values.folders))
    const first = scanApart(dir)
    say(`first scan: ${first.files} files, ${first.read} read, ${Math.round(first.ms)} ms`)
    const rounds = Array.from({ length: Number(values.rounds) }, () => {
      const findMs = timeFind(dir)
      const { ms, events, reused } = scanApart(dir)
      say(
        `find ${Math.round(findMs)} ms, scan ${Math.round(ms)} ms, ${reused} known, ${events} events`,
      )
      return { findMs, ms }
    })
    const findMs = median(rounds.map((round) => round.findMs))
    const ms = median(rounds.map((round) => round.ms))
    say(
      `medians: find ${Math.round(findMs)} ms, scan ${Math.round(ms)} ms: ${(ms / findMs).toFixed(2)} times`,
    )
  } finally {
    if (values.dir === undefined) rmSync(dir, { recursive: true })
  }
}

function makeFiles(dir: string, files: number, folders: number) {
  const perFolder = Math.ceil(files / folders)
  for (let folder = 0, made = 0; made < files; folder++) {
    const [artist, album] = [`Artist ${folder % 1500}`, `Album ${folder}`]
    const path = join(dir, 'Music', artist, album)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'cover.jpg'), '')
    for (let track = 1; track <= perFolder && made < files; track++, made++) {
      const title = `Song ${made}`
      const facts = { title, artists: [artist], album, track: String(track), seconds: 0.1 }
      writeFileSync(join(path, `${String(track).padStart(2, '0')} ${title}.mp3`), mp3(facts))
    }
  }
}

interface Scanned {
  readonly ms: number
  readonly cpuMs: number
  readonly files: number
  readonly read: number
  readonly reused: number
  readonly events: number
}

const scanApart = (dir: string): Scanned =>
  JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, '--scan', dir], { encoding: 'utf8' }),
  )

async function scan(dir: string) {
  const { openLibrary } = await import('../src/source/library/library.ts')
  let events = 0
  const [start, before] = [performance.now(), process.cpuUsage()]
  await using library = await openLibrary({
    folders: [join(dir, 'Music')],
    indexFile: join(dir, 'library.sqlite'),
    width: 4,
    onProgress: () => events++,
    signal: new AbortController().signal,
  })
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  const { files, read, reused } = library.summary
  say(JSON.stringify({ files, read, reused, ms, cpuMs: (user + system) / 1000, events }))
}

function timeFind(dir: string): number {
  const start = performance.now()
  execFileSync('find', [join(dir, 'Music'), '-type', 'f', '-printf', '%p %s %T@\\n'], {
    maxBuffer: 1e9,
  })
  return performance.now() - start
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const say = (line: string) => process.stdout.write(`${line}\n`)

if (values.scan === undefined) compare(values.dir ?? mkdtempSync(join(tmpdir(), 'songkeep-scan-')))
else await scan(values.scan)
