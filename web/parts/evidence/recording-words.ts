import type { Recording } from '../../../src/model/recording.ts'
import type { Formats } from '../../text/format.ts'

/** `Artist – Title`, or the title alone. */
export const nameOf = ({ artists, title }: Pick<Recording, 'artists' | 'title'>) =>
  artists.length > 0 ? `${artists.join(', ')} – ${title}` : title

/** The facts that tell one recording from another of the same name. */
export function tellRecording(recording: Recording, format: Formats): readonly string[] {
  const { album, year, durationMs, isrc, media } = recording
  return [
    album,
    year === undefined ? undefined : String(year),
    durationMs === undefined ? undefined : format.duration(durationMs),
    isrc,
    media?.kind === 'file' ? media.path : undefined,
  ].filter((fact) => fact !== undefined)
}
