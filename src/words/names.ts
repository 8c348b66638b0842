import type { Evidence, Match } from '../model/match.ts'
import type { Track } from '../model/track.ts'
import { type Licence, nameOf } from '../model/verdict.ts'
import { say } from './say.ts'
import type { CommonWords } from './words.ts'

/** One after another, as credited. */
export const formatArtists = (artists: readonly string[]) => artists.join(', ')

/** `Artist – Title`, or the title alone. */
export function formatName({ artists, title }: Pick<Track, 'artists' | 'title'>): string {
  return artists.length > 0 ? `${formatArtists(artists)} – ${title}` : title
}

/** The facts that tell one candidate from another of the same name. */
export function formatFacts(
  { recording }: Pick<Match, 'recording'>,
  { units }: CommonWords,
): string {
  const { album, year, durationMs, isrc } = recording
  const facts = [
    album,
    year === undefined ? undefined : String(year),
    durationMs === undefined ? undefined : units.duration(durationMs),
    isrc,
    recording.media?.kind === 'file' ? recording.media.path : undefined,
  ]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}

/** `version: live against studio (“Tide” against “Tide (Live)”, −6.0)`. */
export function formatEvidence(
  { field, level, weight, left, right }: Evidence,
  words: CommonWords,
): string {
  const { evidence, units } = words
  const [one, other] = [left, right].map((value) => value && say(value, words))
  const compared =
    one !== undefined && other !== undefined && one !== other
      ? `${evidence.compared(one, other)}, `
      : ''
  return `${evidence.fields[field]}: ${say(level, words)} (${compared}${units.weight(weight)})`
}

/** What speaks against a candidate, the heaviest first. */
export function objections({ evidence }: Pick<Match, 'evidence'>): readonly Evidence[] {
  return evidence
    .filter(({ field, weight }) => field !== 'prior' && weight < 0)
    .sort((one, other) => one.weight - other.weight)
}

/** A licence has one name in all languages; what is none has words for it. */
export const licenceName = (licence: Licence, words: CommonWords): string =>
  say(nameOf(licence), words)

/** The user's own folders in words; all other sources have names. */
export const sourceName = (source: string, { evidence }: CommonWords): string =>
  source === 'library' ? evidence.library : source === 'given' ? evidence.given : source

/** What a format of playlists is called: `XSPF playlist`. Its short name, where words have no other. */
export function formatTitle(format: string, { reasons }: CommonWords): string {
  const said = (reasons as Readonly<Record<string, unknown>>)[`playlist.format-${format}`]
  return typeof said === 'string' ? said : format
}
