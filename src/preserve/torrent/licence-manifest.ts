import type { Reason } from '../../model/reason.ts'
import { en } from '../../words/en/index.ts'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { PlacedCopy } from './place-share.ts'
import type { PlacedShare } from './volumes.ts'

export const LICENCES_JSONL = 'LICENCES.jsonl'
export const LICENCES_TXT = 'LICENCES.txt'

/** What one file is, under which licence, by whom, from where, and by what evidence. */
export interface LicenceRecord {
  /** Relative to the torrent's folder. */
  readonly path: string
  readonly sha256: string
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  readonly durationMs: number
  readonly licence: {
    readonly id: string
    readonly name: string
    readonly url?: string
    /** The source's own words. */
    readonly asGiven?: string
  }
  /** One line that names all that the licence asks to be named. */
  readonly attribution: string
  /** Why it may be passed on, and what is asked of who does. */
  readonly reasons: readonly Reason[]
  /** What differs from the source's file. */
  readonly changes: string
  readonly source: {
    readonly host?: string
    readonly page?: string
    readonly file?: string
    /** SHA-256 of the source's file. */
    readonly sha256: string
    readonly uploader?: string
    readonly uploaderPage?: string
  }
  readonly evidence: {
    /** The host's answer that names the licence. */
    readonly answer?: { readonly url: string; readonly sha256: string; readonly at: string }
    readonly hostTerms?: { readonly url?: string; readonly readOn?: string }
    /** Why it was kept, as it was decided then. */
    readonly verdict: readonly (Reason | string)[]
    /** The day on which all who could contradict its uploader were last asked, and none did. */
    readonly checkedAt?: string
  }
}

export function describeShare(share: PlacedShare, placed: PlacedCopy): LicenceRecord {
  const { path, licence, reasons } = share
  const { chosen, verdict, durationMs, checkedAt, album } = share.file.kept
  const { title, artists, url, fileUrl, uploader, uploaderUrl, answer } = chosen
  const changes = describeChanges(share, placed)
  const host = verdict.host
  return {
    path,
    sha256: placed.sha256,
    title,
    artists,
    album: chosen.album ?? album?.title,
    durationMs,
    licence: { ...licence },
    attribution: attribute(share, changes),
    reasons,
    changes,
    source: {
      host: host?.name,
      page: url,
      file: fileUrl,
      sha256: chosen.sha256,
      uploader,
      uploaderPage: uploaderUrl,
    },
    evidence: {
      answer,
      hostTerms: host && { url: host.termsUrl, readOn: host.readOn },
      verdict: verdict.reasons,
      checkedAt,
    },
  }
}

function describeChanges(
  { file, isVerbatim }: PlacedShare,
  { withoutPictures }: PlacedCopy,
): string {
  if (isVerbatim) return 'none'
  const { how, format, quality } = file.kept
  const encoded =
    how === 'encoded' ? [`encoded anew (${format}${quality ? ` ${quality}` : ''})`] : []
  return [...encoded, 'tags written', ...(withoutPictures ? ['pictures left out'] : [])].join(', ')
}

/** Title, author, source, licence, and that it was changed: what Creative Commons asks for (4.0, section 3(a)(1)). */
function attribute({ file, licence }: PlacedShare, changes: string): string {
  const { title, artists, uploader, url } = file.kept.chosen
  const by = artists.join(', ') || uploader || 'an unknown artist'
  const address = licence.url === undefined ? '' : ` (${licence.url})`
  const changed = changes === 'none' ? '' : ` Changed: ${changes}.`
  return `“${title}” by ${by}, from ${url}. ${licence.name}${address}.${changed}`
}

export const writeLicenceLines = (records: readonly LicenceRecord[]) =>
  records.map((each) => `${JSON.stringify(spellOut(each))}\n`).join('')

/** The same for people, in English. */
export function writeLicenceText(records: readonly LicenceRecord[]): string {
  const intro = `Every file here may be passed on, as the licence beside it says, and was taken from a place whose terms
allow that. No warranty is given. ${LICENCES_JSONL} has the same for programs, with the evidence.
`
  const entries = records.map(({ path, attribution, reasons }) =>
    [path, `  ${attribution}`, ...reasons.map((each) => `  ${say(each, en)}`), ''].join('\n'),
  )
  return [intro, ...entries].join('\n')
}
