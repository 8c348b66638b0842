import type { JobInput, NewInput, Preview } from '../../api/contract.ts'
import type { Playlist } from '../../model/playlist.ts'
import { asReason, type Reason, reason } from '../../model/reason.ts'
import { readLink } from '../../playlist/links/playlist-link.ts'
import { readPlaylists } from '../../playlist/read.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { openServers } from '../servers/open-servers.ts'
import { askForRest, readInput } from './read-input.ts'
import type { StagedImports } from './staged-imports.ts'
import type { Uploads } from './uploads.ts'

export interface PreviewTools {
  readonly uploads: Uploads
  readonly stagedImports: StagedImports
  readonly environment: Environment
}

/** Reads what was dropped and what links name, and says what was understood; nothing runs. */
export async function previewInputs(
  inputs: readonly NewInput[],
  options: { readonly publicPage?: boolean },
  tools: PreviewTools,
  signal: AbortSignal,
): Promise<Preview> {
  const links = inputs.filter((each) => each.kind === 'link')
  for (const { link } of links) requireLink(link)
  const uploads = inputs.filter((each) => each.kind === 'upload')
  const dropped = uploads.length > 0 ? await readUploads(uploads, tools, signal) : []
  const linked = links.length > 0 ? await readLinked(links, options, tools, signal) : []
  const ordered: JobInput[] = [...links]
  if (dropped.length > 0) {
    // What was pasted has no name but that of what was read of it.
    const given = uploads.flatMap((each) => (/^[-_]$/.test(each.name) ? [] : [each.name]))
    const names = given.length > 0 ? given : dropped.map((each) => each.name)
    const name = names.join(', ').slice(0, 1000)
    ordered.push({ kind: 'reading', id: await tools.stagedImports.store(dropped), name })
  }
  // Only now: what could not be read may be tried again.
  for (const { id } of uploads) await tools.uploads.remove(id)
  const lists = [...linked, ...dropped]
  const [reading] = ordered.flatMap((each) => (each.kind === 'reading' ? [each.id] : []))
  const isWhole = linked.length === 0 && reading !== undefined
  const staged = isWhole ? reading : await tools.stagedImports.store(lists)
  return { inputs: ordered, staged, lists: lists.map(describeList) }
}

/** UserError where the text is no link: a path of this machine is none. */
export function requireLink(text: string): void {
  if (readLink(text)) return
  throw new UserError(
    reason('playlist.no-link', { text: text.slice(0, 200) }),
    reason('playlist.paste-or-drop'),
  )
}

async function readUploads(
  uploads: readonly Extract<NewInput, { kind: 'upload' }>[],
  tools: PreviewTools,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const paths: string[] = []
  for (const { id } of uploads) paths.push(await tools.uploads.find(id))
  return await readPlaylists(paths, { signal })
}

async function readLinked(
  links: readonly Extract<NewInput, { kind: 'link' }>[],
  options: { readonly publicPage?: boolean },
  { environment }: PreviewTools,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const asked = { ...options, inputs: links.map(({ link }) => link.trim()) }
  const input = await readInput(asked, environment.offline === true, signal)
  const { openOnline } = await import('../open-online.ts')
  await using online = openOnline(environment, new Date().toISOString().slice(0, 10), input.hosts)
  await using servers = openServers(environment)
  const events = askForRest(input, { ...asked, servers }, environment, online.http, signal)
  for (;;) {
    const { done, value } = await events.next()
    if (done) return value
  }
}

/** Reasons for leaving rows out that are told, and examples of each. */
const MAX_REASONS = 12
const MAX_EXAMPLES = 3
const MAX_FIRST = 8

function describeList(playlist: Playlist): Preview['lists'][number] {
  const tracks = playlist.entries.flatMap((entry) => (entry.kind === 'track' ? [entry.track] : []))
  const reasons = new Map<string, { reason: Reason; count: number; examples: string[] }>()
  for (const entry of playlist.entries) {
    if (entry.kind === 'track') continue
    const why = asReason(entry.reason)
    const key = JSON.stringify(why)
    const found = reasons.get(key) ?? { reason: why, count: 0, examples: [] }
    found.count++
    if (found.examples.length < MAX_EXAMPLES && entry.text !== '') found.examples.push(entry.text)
    reasons.set(key, found)
  }
  const leftOut = [...reasons.values()]
  return {
    name: playlist.name,
    format: playlist.format,
    tracks: tracks.length,
    durationMs: tracks.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0),
    partial: playlist.partial === true,
    leftOut: leftOut.toSorted((a, b) => b.count - a.count).slice(0, MAX_REASONS),
    notes: playlist.notes.map(asReason),
    first: tracks
      .slice(0, MAX_FIRST)
      .map(({ title, artists }) => ({ title, artists: [...artists] })),
  }
}
