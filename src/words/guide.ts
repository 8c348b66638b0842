/** Services that the guide has a card for; `spotify` has a chapter of its own. */
export const guideServices = [
  'spotify',
  'youtube',
  'deezer',
  'apple-music',
  'tidal',
  'amazon-music',
] as const
export type GuideService = (typeof guideServices)[number]

/** As they call themselves. */
export const guideTitles: Readonly<Record<GuideService, string>> = {
  spotify: 'Spotify',
  youtube: 'YouTube, YouTube Music',
  deezer: 'Deezer',
  'apple-music': 'Apple Music',
  tidal: 'TIDAL',
  'amazon-music': 'Amazon Music',
}

/** The ways out of Spotify, the one that most people should try first at first. */
export const spotifyWays = ['export', 'exportify', 'client'] as const
export type SpotifyWay = (typeof spotifyWays)[number]

/** What is told of each way, so that they can be compared. */
export const wayFacts = [
  'work',
  'wait',
  'premium',
  'lists',
  'artists',
  'length',
  'isrc',
  'again',
] as const
export type WayFact = (typeof wayFacts)[number]

export interface WayWords {
  readonly title: string
  readonly forWhom: string
  readonly facts: Readonly<Record<WayFact, string>>
  /** One after the other; addresses stand in them as they are. */
  readonly steps: readonly string[]
  /** The last step, which is done here. */
  readonly last: { readonly page: string; readonly terminal: string }
}

export interface CardWords {
  /** Each by itself is enough. */
  readonly ways: readonly string[]
  /** What does not come along, or cannot be read. */
  readonly lost: string
}
