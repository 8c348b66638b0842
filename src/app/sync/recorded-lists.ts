import { optionSchemas } from '../../api/backup-options.ts'
import { lookAtLists } from '../../archive/look-at-lists.ts'
import { definedOnly } from '../../base/defined.ts'
import { isServiceAddress } from '../../catalogue/shards/address.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { completeRequest, type LastingChoices, lastingChoices } from '../../model/backup/request.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type Recorded, readRecorded } from '../../report/changes/recorded.ts'

/** A list of an archive as its last backup left it. */
export interface RecordedList {
  readonly list: KeptList
  /** With the entries that were recorded. */
  readonly playlist: Playlist
  readonly recorded: Recorded
  /** How it was kept; of an archive from before that was written down, as far as its files tell. */
  readonly choices: Partial<LastingChoices>
}

/** Every list that a backup has come to the end of, in the order in which they were first kept. */
export async function readRecordedLists(into: string): Promise<readonly RecordedList[]> {
  const onDisk = await lookAtLists(into)
  const found: RecordedList[] = []
  let files: readonly ArchivedFile[] | undefined
  for (const list of onDisk.lists()) {
    const text = await onDisk.readText(list.folder, 'report.json')
    const recorded = text === undefined ? undefined : readRecorded(text)
    if (!recorded) continue
    let choices = readChoices(recorded)
    if (!choices) {
      files ??= await onDisk.files()
      choices = guessChoices(recorded, files)
    }
    found.push({ list, recorded, playlist: playlistOf(list, recorded), choices })
  }
  return found
}

function playlistOf({ id, name, named }: KeptList, recorded: Recorded): Playlist {
  const { description, creator, format, uri, partial, entries } = recorded
  return {
    id,
    name,
    named,
    description,
    creator,
    uri,
    format,
    partial: partial || undefined,
    entries,
    notes: [],
  }
}

function readChoices({ asked }: Recorded): Partial<LastingChoices> | undefined {
  if (Object.keys(asked).length === 0) return undefined
  const defaults = lastingChoices(completeRequest({ inputs: [], into: '' }))
  return Object.fromEntries(
    Object.keys(defaults).flatMap((name) => {
      const read = optionSchemas[name as keyof LastingChoices].safeParse(
        withoutServers(asked[name]),
      )
      return read.success && read.data !== undefined ? [[name, read.data]] : []
    }),
  )
}

/** Nothing is asked anywhere because an archive says so. */
const withoutServers = (value: unknown) =>
  Array.isArray(value)
    ? value.filter((each) => !(typeof each === 'string' && isServiceAddress(each)))
    : value

/** Format and quality of its files: a list of FLACs never becomes one of MP3s. */
function guessChoices(
  { paths }: Recorded,
  files: readonly ArchivedFile[],
): Partial<LastingChoices> {
  const own = new Set(paths.values())
  const first = files.find(({ path }) => own.has(path))
  const quality = files.find((file) => own.has(file.path) && file.quality)?.quality
  return definedOnly({ format: first?.format, quality })
}
