import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeHistory } from './compose-history.ts'

const TRACKS = 50_000
const FILES = 60
/** So many of the tracks are kept. */
const KEPT = 10_000

/** A history of so many rows: what the reading alone takes, and the whole report of it over an archive. */
export function weighHistory(rows: number): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'songkeep-tail-'))
  try {
    const [history, keep] = [join(folder, 'history'), join(folder, 'Keep')]
    mkdirSync(history)
    const bytes = composeHistory(history, { rows, files: FILES, tracks: TRACKS })
    composeArchive(keep)
    const read = run(
      '../../src/playlist/read.ts',
      `const [playlist] = await module.readPlaylists(${JSON.stringify(history)}, { order: 'plays' })
       return { plays: playlist.entries.length, kept: 0 }`,
    )
    const told = run(
      '../../src/app/tail/tail.ts',
      `const tail = await module.measureTail({ archives: [${JSON.stringify(keep)}], history: [${JSON.stringify(history)}] })
       const { renderTailHtml } = await import(${JSON.stringify(new URL('../../src/report/long-tail/tell/html.ts', import.meta.url).href)})
       const { en } = await import(${JSON.stringify(new URL('../../src/words/en/index.ts', import.meta.url).href)})
       renderTailHtml(tail, en)
       return { plays: tail.all.plays, kept: tail.kept.tracks }`,
    )
    const say = (name: string, { ms, cpu, megabytes }: Ran) =>
      `${name}: ${(ms / 1000).toFixed(1)} s, ${(cpu / 1000).toFixed(1)} s of processor time, ${megabytes} MB`
    return [
      `${rows.toLocaleString('en')} rows in ${FILES} files, ${Math.round(bytes / 2 ** 20)} MB; ${KEPT.toLocaleString('en')} of ${TRACKS.toLocaleString('en')} tracks are kept`,
      say('the plain reading', read),
      say('the long tail, with the archive and the page', told),
      `${(told.cpu / read.cpu).toFixed(2)} times; ${told.plays.toLocaleString('en')} plays, ${told.kept.toLocaleString('en')} tracks found as kept`,
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Ran {
  readonly ms: number
  readonly cpu: number
  readonly megabytes: number
  readonly plays: number
  readonly kept: number
}

/** In a process of its own, so that the memory is its own. */
function run(path: string, body: string): Ran {
  const script = `
    const module = await import(${JSON.stringify(new URL(path, import.meta.url).href)})
    const [start, before] = [performance.now(), process.cpuUsage()]
    const result = await (async () => { ${body} })()
    const { user, system } = process.cpuUsage(before)
    console.log(JSON.stringify({ ...result, ms: performance.now() - start, cpu: (user + system) / 1000,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))`
  const args = ['--input-type=module', '--eval', script]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

/** Every fifth track, the half of them under the same address; files are holes of the right size. */
function composeArchive(keep: string): void {
  mkdirSync(join(keep, 'Mix'), { recursive: true })
  const lines = Array.from({ length: KEPT }, (_, at) => {
    const track = at * (TRACKS / KEPT)
    const file = {
      path: `Mix/${at}.mp3`,
      sha256: String(at).padStart(64, '0'),
      bytes: 4_000_000 + (at % 1000) * 1000,
      durationMs: 200_000,
      format: 'mp3',
      how: 'kept',
      track: {
        title: `Song ${track} of the Harbour, with a “Name”`,
        artists: [`Band ${track % 3000}`],
        uri: at % 2 === 0 ? `spotify:track:${String(track).padStart(22, '0')}` : undefined,
      },
      chosen: {
        source: 'library',
        id: `/music/${at}`,
        title: '',
        artists: [],
        sha256: '0'.repeat(64),
        probability: 1,
        evidence: [],
        notes: [],
      },
      verdict: { action: 'copy', reasons: [], licence: { id: 'own-copy', name: 'your own copy' } },
      keptAt: '2026-11-01T12:00:00.000Z',
    }
    writeFileSync(join(keep, file.path), '')
    truncateSync(join(keep, file.path), file.bytes)
    return `${JSON.stringify(file)}\n`
  })
  writeFileSync(join(keep, 'inventory.jsonl'), lines.join(''))
}
