import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { updateParity } from '../../src/fixity/parity/update.ts'
import { archiveReadme as german } from '../../src/words/de/archives/archive-readme.ts'
import { archiveReadme as english } from '../../src/words/en/archives/archive-readme.ts'
import { readInventory } from './support/inspect.ts'
import { keep, playlistOf, recordingOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

/*
 * Somebody who has nothing but the folder: every command below is taken from the README that lies in it, and run by a
 * plain shell with Debian's own tools.
 */

const tools = ['bash', 'sha256sum', 'sha512sum', 'grep', 'jq', 'python3']
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).status !== 0)
if (missing.length > 0)
  console.warn(`SKIPPED, no ${missing.join(', ')} here: what an archive's README says is not tried`)

const place = useTemporary()
const titles = ['Tide', "Rock 'n' Roll", 'Ärger & Ruß', '$(touch hacked)']
const list = playlistOf(
  'Mix',
  titles.map((title) => trackOf(title)),
)

/** An archive as it is left: with parity, and what nobody needs to read the README taken away. */
async function make() {
  {
    await using archive = await openArchive(place.dir)
    for (const [at] of titles.entries()) {
      const content = `${'sound '.repeat(5000)}${at}`
      await keep(archive, list, at + 1, content, {
        ...recordingOf(String(at)),
        url: 'https://x.example/',
      })
    }
    await archive.checkpoint()
  }
  const files = await readInventory(place.dir)
  await updateParity(place.dir, files)
  await rm(join(place.dir, '.songkeep'), { recursive: true })
  return files
}

/** The indented lines of a part of the README that begins with this heading. */
async function commandsOf(heading: string): Promise<readonly string[]> {
  const text = await readFile(join(place.dir, 'README-songkeep.txt'), 'utf8')
  const [, part = ''] = text.split(`\n${heading}`)
  const lines = part.split('\n').slice(1)
  const end = lines.findIndex((line) => /^\p{Lu}[\p{Lu} ,?]{5,}$/u.test(line))
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => /^ {4}\S/.test(line))
    .map((line) => line.trim())
}

function run(command: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: place.dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  return { status, lines: stdout.split('\n').filter(Boolean), stderr }
}

/** Whether all is whole, where a song is, where it is from, and what to do about a damaged file. */
const headings = {
  english: ['IS EVERYTHING WHOLE?', 'WHERE IS A SONG?', 'WHERE IS IT FROM', 'A FILE IS DAMAGED'],
  german: [
    'IST ALLES UNVERSEHRT?',
    'WO IST EIN TITEL?',
    'WOHER STAMMT ER',
    'EINE DATEI IST BESCHÄDIGT',
  ],
}

test.skipIf(missing.length > 0)('by its commands, which both languages say', async () => {
  const [whole = '', song = '', origin = '', damaged = ''] = headings.english
  const files = await make()
  for (const [at, heading] of headings.german.entries())
    expect(await commandsOf(heading)).toEqual(await commandsOf(headings.english[at] ?? ''))
  const checks = await commandsOf(whole)
  expect(checks).toHaveLength(2)
  for (const command of checks) expect(run(command)).toMatchObject({ status: 0, lines: [] })

  const [byGrep = '', byField = '', all = '', ...more] = await commandsOf(song)
  const tide = files.find(({ track }) => track.title === 'Tide')?.path ?? ''
  for (const command of [byGrep, byField])
    expect(run(command.replaceAll('WORD', 'tIDE'))).toMatchObject({ status: 0, lines: [tide] })
  expect(columns(run(all))).toEqual(files.map(({ path, track }) => [path, track.title, 'Artist']))

  const [from = '', ...others] = await commandsOf(origin)
  const origins = files.map(({ path }) => [path, 'Your own copy', '-', 'https://x.example/'])
  expect(columns(run(from))).toEqual(origins)
  expect([...more, ...others]).toEqual([])

  const before = await readFile(join(place.dir, tide))
  await writeFile(join(place.dir, tide), Buffer.from(before).fill(0, 1000, 3000))
  for (const command of checks) {
    const { status, lines } = run(command)
    expect([status, ...lines]).toEqual([1, `${tide}: FAILED`])
  }
  const [check = '', write = ''] = await commandsOf(damaged)
  const told = run(check)
  expect(told.status).toBe(1)
  expect(told.lines.join('\n')).toContain(tide)
  expect(run(write.replace('PATH', tide))).toMatchObject({ status: 0 })
  expect(await readFile(join(place.dir, tide))).toEqual(before)
  for (const command of [check, ...checks]) expect(run(command).status).toBe(0)
})

const columns = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line) => line.split('\t'))

test('both languages say the same commands', () => {
  const commands = (text: string) => text.split('\n').filter((line) => /^ {4}\S/.test(line))
  expect(commands(english)).toEqual(commands(german))
  expect(commands(english)).toHaveLength(8)
})

test('its lines are no longer than a terminal is wide, but for commands', () => {
  const lines = `${english}\n${german}`.split('\n')
  expect(lines.filter((line) => line.length > 88 && !line.startsWith('    '))).toEqual([])
})
