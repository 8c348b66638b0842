import type { ArchivedFile } from '../model/archived-file.ts'
import { isOf } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Verdict } from '../model/verdict.ts'

/** A kept recording as it was found when it was kept: what can be judged anew. */
export function recordingOf({
  chosen,
  verdict,
}: Pick<ArchivedFile, 'chosen' | 'verdict'>): Recording {
  const { id, source, title, artists, album, url, uploader, uploaderUrl, answer } = chosen
  const { licence } = verdict
  return {
    id,
    source,
    title,
    artists,
    album,
    url,
    uploader,
    uploaderUrl,
    answer,
    licence: licence.asGiven ?? licence.url ?? licence.name,
    year: yearOf(verdict),
  }
}

/** The year by which it is in the public domain, where that opened the copy. */
function yearOf({ reasons }: Verdict): number | undefined {
  for (const each of reasons)
    if (typeof each === 'object' && isOf(each, 'rights.statement-by-date')) return each.params.year
  return undefined
}
