import { readDecisions } from '../../archive/decisions/decisions.ts'
import type { Progress } from '../../model/progress.ts'
import type { Track } from '../../model/track.ts'
import { folderOf } from '../archives/bucket/place.ts'
import { rememberArchive } from '../archives/known-archives.ts'
import type { Environment } from '../environment.ts'
import type { Decided } from './rows.ts'
import { type RunListener, RunUpdates } from './run-updates.ts'

/** Passes a run's events on, reports them to its listener, and remembers the archive that it writes to. */
export async function* followRun(
  events: AsyncIterable<Progress>,
  listener: RunListener,
  into: string,
  environment: Environment,
): AsyncGenerator<Progress> {
  const updates = new RunUpdates(listener, await readDecided(folderOf(into, environment)))
  for await (const event of events) {
    updates.show(event)
    // A backup never fails because the list of archives cannot be written: the next one puts its archive there.
    if (event.kind === 'report' && !event.report.dryRun)
      await rememberArchive(environment, into).catch(() => {})
    yield event
  }
}

/** What the user has decided in this archive before. */
async function readDecided(folder: string): Promise<(track: Track) => Decided> {
  const decisions = await readDecisions(folder)
  return (track) => decisions.find(track)?.choice.kind
}
