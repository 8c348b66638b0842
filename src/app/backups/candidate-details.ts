import type { CandidateDetails } from '../../api/contract.ts'
import type { Match } from '../../model/match.ts'
import type { Recording } from '../../model/recording.ts'

/** A candidate, with where it can be listened to. */
export function withAudio(match: Match): CandidateDetails {
  const { media } = match.recording
  if (media?.kind === 'file') return { match, listen: { kind: 'local' } }
  const url = media && openAddress(media)
  return url === undefined ? { match } : { match, listen: { kind: 'open', url } }
}

/** Formats that every browser plays, before those that only some play. */
const playable = ['mp3', 'm4a', 'ogg', 'opus', 'flac', 'wav'] as const

function openAddress(media: Extract<Recording['media'], { kind: 'remote' }>): string | undefined {
  const found = playable.flatMap((format) => media.files.filter((file) => file.format === format))
  return found.map(({ url }) => url).find((url) => url.startsWith('https://'))
}
