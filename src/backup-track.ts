import type { Archive } from './archive/archive.ts'
import { findRecording, type Places } from './backup-find.ts'
import type { Http } from './base/http/http.ts'
import type { Turns } from './base/turns.ts'
import type { Fetcher } from './media/download.ts'
import type { MediaMaker } from './media/media.ts'
import { StorageError, UserError } from './model/errors.ts'
import type { Kept } from './model/kept.ts'
import type { Field, Match } from './model/match.ts'
import type { MediaOptions } from './model/media.ts'
import type { Outcome } from './model/outcome.ts'
import type { Playlist, TrackEntry } from './model/playlist.ts'
import type { Progress, Stage } from './model/progress.ts'
import type { Recording } from './model/recording.ts'
import type { Verdict } from './model/verdict.ts'
import { judge } from './rights/judge.ts'

export interface Setup extends Places {
  readonly media: MediaMaker
  /** The way out, for the report; none in a run that stays offline. */
  readonly http?: Pick<Http, 'contacted' | 'refused'>
  /** Fetches the sound of what lies elsewhere. */
  readonly fetcher?: Fetcher
  readonly archive: Archive
  readonly options: MediaOptions
  /** How many tracks are under way at once. */
  readonly width: number
  /** Say what would be kept, and write nothing. */
  readonly dryRun: boolean
}

/** What the entries of one run share. */
export interface Run extends Setup {
  readonly playlist: Playlist
  readonly signal: AbortSignal
  readonly emit: (event: Progress) => void
  /** Names are given in the playlist's order, however the work overlaps. */
  readonly turns: Turns
  /** Recordings being made at this moment, by `keyOf`: two entries never make the same one. */
  readonly underway: Map<string, Promise<Kept>>
}

interface Choice {
  readonly match: Match
  readonly verdict: Verdict
}

/** One track's way: kept already? found? sure? allowed? then made and put in its place. */
export async function backUpTrack(entry: TrackEntry, turn: number, run: Run): Promise<Outcome> {
  const { track, position } = entry
  const tell = (stage: Stage) => run.emit({ kind: 'stage', position, track, stage })

  const before = await run.archive.find(track, run.options)
  if (before) return { kind: 'already-kept', position, track, kept: before, notes: [] }

  tell('searching')
  const found = await findRecording(track, run, run.signal)
  const { decision, matches, reason, known, claims } = found
  const links = found.links.length > 0 ? { links: found.links } : {}
  const [nearest] = matches
  if (decision === 'none' || !nearest) {
    const miss = { kind: 'not-found', position, track, ...links, ...(known && { known }) } as const
    return nearest && isNear(nearest)
      ? { ...miss, nearest, reason }
      : { ...miss, reason: run.http ? nothingAnywhere : nothingNear }
  }
  if (decision === 'ambiguous')
    return { kind: 'ambiguous', position, track, candidates: matches, reason, ...links }

  const choose = (match: Match): Choice => ({
    match,
    verdict: judge(match.recording, run.policy, claims),
  })
  const choices = matches.filter(({ accepted }) => accepted).map(choose)
  const copies = choices.filter(({ verdict }) => verdict.action === 'copy')
  const [best] = copies
  if (!best) {
    const [first = choose(nearest)] = choices
    const doubtful = choices.find(({ verdict }) => verdict.action === 'review')
    const told = { position, track, ...(doubtful ?? first), ...links }
    return doubtful ? { kind: 'review', ...told } : { kind: 'refused', ...told }
  }
  if (run.dryRun) return { kind: 'would-keep', position, track, ...best }

  // In the playlist's order from here until the name is given: twins and names come out the same on every run.
  await run.turns.take(turn)
  const key = keyOf(best.match.recording)
  const twin = run.underway.get(key)
  if (twin) {
    run.turns.pass(turn)
    return { kind: 'already-kept', position, track, kept: await twin, notes: [sameRecording] }
  }
  const same = await run.archive.findRecording(best.match.recording, run.options)
  if (same) return { kind: 'already-kept', position, track, kept: same, notes: [sameRecording] }
  const stem = run.archive.plan(run.playlist, position, track, best.match.recording)
  const made = keepFirstWhole(copies, stem, entry, run, tell)
  run.underway.set(key, made)
  run.turns.pass(turn)
  return { kind: 'kept', position, track, kept: await made, notes: best.match.notes }
}

const nothingNear = 'Nothing in your folders has a title and artist like these.'
const nothingAnywhere =
  'Nothing in your folders, or in the open places asked, has a title and artist like these.'

/** A miss worth showing: something of the name agrees. */
function isNear({ evidence }: Match): boolean {
  return evidence.some(({ field, weight }) => isName(field) && weight > 0)
}

const isName = (field: Field) => field === 'title' || field === 'artist' || field === 'isrc'

const sameRecording = 'the same recording as another entry'
const keyOf = ({ source, id }: Recording) => `${source}\n${id}`

/** Makes the best copy; where its file turns out to be broken, the next one. */
async function keepFirstWhole(
  choices: readonly Choice[],
  stem: string,
  { track }: TrackEntry,
  run: Run,
  tell: (stage: Stage) => void,
): Promise<Kept> {
  const broken: string[] = []
  const { options, signal } = run
  for (const { match, verdict } of choices) {
    const { recording } = match
    try {
      if (recording.media?.kind === 'remote') tell('downloading')
      await using sound = await openSound(recording, run)
      tell('encoding')
      const { licence } = verdict
      const { path, fileUrl } = sound
      const media = await run.media.make({ path, track, recording, licence, options }, signal)
      tell('storing')
      const why = { track, match, verdict, options, ...(fileUrl !== undefined && { fileUrl }) }
      return await run.archive.put(media, stem, why)
    } catch (error) {
      if (signal.aborted || error instanceof StorageError) throw error
      broken.push(`${recording.id}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new UserError(broken.join('; '))
}

interface Sound extends AsyncDisposable {
  readonly path: string
  /** Where it was downloaded from. */
  readonly fileUrl?: string
}

/** The recording's file, where it is one's own; else fetched, and gone when it has been used. */
async function openSound(
  { media, source }: Recording,
  { fetcher, options, signal }: Run,
): Promise<Sound> {
  if (media?.kind === 'file') return { path: media.path, [Symbol.asyncDispose]: async () => {} }
  if (media && fetcher) return await fetcher.fetch(media, options, signal)
  throw new UserError(`${source} has no file of it`)
}
