import type { ArchivedFile } from '../model/archived-file.ts'
import type { Evidence, Match } from '../model/match.ts'
import type { Track } from '../model/track.ts'

/** `3:07`, `1:02:03`: the length of one recording. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${pad(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`
}

/** `45 s`, `12 min`, `1 h 5 min`: a span of time, no finer than a reader wants it. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** Decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

/** Never 0 % nor 100 %: nothing here is certain. */
export function formatProbability(probability: number): string {
  if (probability > 0.999) return 'over 99.9 %'
  if (probability < 0.01) return 'under 1 %'
  if (probability > 0.99) return `${(Math.floor(probability * 1000) / 10).toFixed(1)} %`
  return `${Math.round(probability * 100)} %`
}

/** A match weight in bits, with a true minus sign: `+9.2`, `−3.0`. */
export function formatWeight(weight: number): string {
  const size = Math.abs(weight).toFixed(1)
  if (size === '0.0') return '0.0'
  return weight < 0 ? `−${size}` : `+${size}`
}

/** `21 November 2026, 06:40 UTC`, the same on every machine; what is no date is given as it is. */
export function formatTime(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return `${days.format(time)}, ${time.toISOString().slice(11, 16)} UTC`
}

/** `21 November 2026`. */
export function formatDay(iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : days.format(time)
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export function formatArtists(artists: readonly string[]): string {
  return artists.join(', ')
}

/** `Artist – Title`, or the title alone. */
export function formatName({ artists, title }: Pick<Track, 'artists' | 'title'>): string {
  return artists.length > 0 ? `${formatArtists(artists)} – ${title}` : title
}

/** What was done to make the file, in a sentence's half. */
export function formatMaking({ how, quality }: Pick<ArchivedFile, 'how' | 'quality'>): string {
  switch (how) {
    case 'encoded':
      return quality === undefined ? 'encoded as MP3' : `encoded as MP3, quality ${quality}`
    case 'copied':
      return 'sound copied unchanged, new tags'
    case 'kept':
      return 'copied to the byte'
  }
}

/** `version: live against studio (Tide against Tide (Live), −6.0)`. */
export function formatEvidence(evidence: Evidence): string {
  const compared =
    evidence.left !== undefined && evidence.right !== undefined && evidence.left !== evidence.right
      ? `“${evidence.left}” against “${evidence.right}”, `
      : ''
  return `${formatField(evidence.field)}: ${evidence.level} (${compared}${formatWeight(evidence.weight)})`
}

export function formatField(field: Evidence['field']): string {
  switch (field) {
    case 'track-number':
      return 'track number'
    case 'isrc':
      return 'ISRC'
    case 'prior':
      return 'starting odds'
    default:
      return field
  }
}

/** What speaks against a candidate, the heaviest first. */
export function objections(match: Match): readonly Evidence[] {
  return match.evidence
    .filter(({ field, weight }) => field !== 'prior' && weight < 0)
    .sort((one, other) => one.weight - other.weight)
}

/** The facts that tell one candidate from another of the same name. */
export function formatFacts({ recording }: Match): string {
  const { album, year, durationMs, isrc } = recording
  const facts = [
    album,
    year === undefined ? undefined : String(year),
    durationMs === undefined ? undefined : formatDuration(durationMs),
    isrc,
    recording.media?.kind === 'file' ? recording.media.path : undefined,
  ]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}
