import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { guarded, walls } from './walls.ts'

/** An import that crosses a wall. */
export interface Crossing {
  readonly file: string
  readonly imports: string
  /** What the wall says. */
  readonly why: string
}

/** The files of the program and of the page, but for the page's build. */
export function listSources(root: string): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'web'],
    { cwd: root, encoding: 'utf8' },
  )
  return listed.split('\n').filter((file) => /\.tsx?$/.test(file) && !isBuild(file))
}

const isBuild = (file: string) => /^web\/(vite\.config|first-load)\.ts$/.test(file)

/** Every import of a file that its room may not make. Types count: they are what a reader has to know. */
export function findCrossings(file: string, text: string): readonly Crossing[] {
  const room = roomOf(file)
  const wall = room === undefined ? undefined : walls[room]
  if (room === undefined || !wall) return [{ file, imports: '', why: 'It lies in no room.' }]
  return listImports(text).flatMap((imports) => {
    const why = imports.startsWith('.')
      ? refuseRoom(room, roomOf(posix.join(posix.dirname(file), imports)))
      : refuseModule(room, imports)
    return why === undefined ? [] : [{ file, imports, why }]
  })
}

function refuseRoom(room: string, other: string | undefined): string | undefined {
  if (other === room || (other !== undefined && walls[room]?.sees.some(isPartOf(other))))
    return undefined
  return `${room} may not see ${other ?? 'what lies in no room'}.`
}

/** Whoever sees a room sees the rooms within it, but for those that do more than their room may. */
const isPartOf = (other: string) => (seen: string) => other === seen || other.startsWith(`${seen}/`)

function refuseModule(room: string, imports: string): string | undefined {
  const platform = walls[room]?.platform ?? []
  const name = imports.replace(/^node:/, '').split('/')[0] ?? ''
  if (platform === 'none')
    return imports.startsWith('node:') ? `${room} is pure: it knows no platform.` : undefined
  if (!guarded.includes(name) || platform.includes(name)) return undefined
  return `${room} may not use ${imports}.`
}

/** The room with the longest name that the file's path begins with. */
function roomOf(file: string): string | undefined {
  const path = file.replace(/^src\//, '').replace(/^index\.ts$/, 'index/')
  return Object.keys(walls)
    .filter((room) => path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** Static, dynamic and type imports, and what is exported from elsewhere. */
const listImports = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name)

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const crossings = listSources(root).flatMap((file) =>
    findCrossings(file, readFileSync(join(root, file), 'utf8')),
  )
  for (const { file, imports, why } of crossings)
    process.stderr.write(`${file}: ${imports}: ${why}\n`)
  if (crossings.length > 0) process.exitCode = 1
  else process.stdout.write('No import crosses a wall.\n')
}
