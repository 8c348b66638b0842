import { inParallel } from '../base/parallel.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Playlist, TrackEntry } from '../model/playlist.ts'
import { comparePlaylists, isUnchanged } from '../report/changes/compare.ts'
import type { Recorded } from '../report/changes/recorded.ts'
import type { BackupContext, RunContext } from './context.ts'
import { isAsDecided } from './decide.ts'
import { restoreNames } from './history.ts'
import { nameByTags } from './name-by-tags.ts'
import { isDue } from './recheck-kept.ts'
import { Scheduler } from './scheduler.ts'
import { backUpTrack } from './track.ts'

/** Files looked at on the disk at once. */
const WIDTH = 16

/**
 * Says of lists whether a backup would change anything: an entry came, left or has moved, a kept file is gone, or
 * something is found now for what was missing. Nothing is written, and no kept file is read that looks as it did when it
 * was last known to be whole.
 */
export class News {
  readonly #context: BackupContext
  /** Paths of files that have been looked at. Lists share files. */
  readonly #there = new Set<string>()

  constructor(context: BackupContext) {
    this.#context = context
  }

  async has(given: Playlist, recorded: Recorded, signal: AbortSignal): Promise<boolean> {
    if (recorded.name !== given.name) return true
    const named = await nameByTags(given, this.#context.sources, signal)
    const playlist = restoreNames(named, recorded)
    if (!isUnchanged(comparePlaylists(recorded.entries, playlist.entries))) return true
    if (await this.#lacksFiles(recorded)) return true
    return await this.#findsMissing(playlist, recorded, signal)
  }

  /** A kept file is gone, another or not the one decided for, or has to be looked into again. */
  async #lacksFiles({ paths }: Recorded): Promise<boolean> {
    const unseen = [...new Set(paths.values())].filter((path) => !this.#there.has(path))
    for await (const [path, isGood] of inParallel(
      unseen,
      WIDTH,
      async (path) => [path, await this.#isGood(path)] as const,
    )) {
      if (!isGood) return true
      this.#there.add(path)
    }
    return false
  }

  async #isGood(path: string): Promise<boolean> {
    const { archive, http, policy } = this.#context
    const file = archive.at(path)
    if (!file) return false
    if (!(await archive.isWhole(file).catch(() => false))) return false
    const decision = archive.decisionFor(file.track)
    return isAsDecided(file, decision) && !(http && isDue(file, decision, policy.today))
  }

  /** Looks for every track that has no file, as a dry run does, until one has something new. */
  async #findsMissing(
    playlist: Playlist,
    { kinds, paths }: Recorded,
    signal: AbortSignal,
  ): Promise<boolean> {
    const isOnline = this.#context.http !== undefined
    const run: RunContext = {
      ...this.#context,
      dryRun: true,
      playlist,
      signal,
      emit: () => {},
      note: () => {},
      scheduler: new Scheduler(this.#context.width),
      underway: new Map(),
    }
    const missing = playlist.entries.filter(
      (entry): entry is TrackEntry => entry.kind === 'track' && !paths.has(entry.position),
    )
    const looked = inParallel(missing, run.width, async (entry, index) =>
      isNew(await lookFor(entry, index, run), kinds.get(entry.position), isOnline),
    )
    for await (const found of looked) if (found) return true
    return false
  }
}

async function lookFor(
  entry: TrackEntry,
  index: number,
  run: RunContext,
): Promise<Outcome['kind']> {
  run.signal.throwIfAborted()
  try {
    using turn = await run.scheduler.begin(index)
    return (await backUpTrack(entry, turn, run)).kind
  } catch {
    run.signal.throwIfAborted()
    return 'failed'
  }
}

/** Without the network less is known than there was: that is no news. */
function isNew(now: Outcome['kind'], before: string | undefined, isOnline: boolean): boolean {
  if (now === 'would-keep' || now === 'already-kept' || before === undefined) return true
  if (isOnline) return now !== before
  return now === 'ambiguous' && before === 'not-found'
}
