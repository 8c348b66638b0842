import type { Version, VersionKind } from '../../../model/version.ts'

/** What else a video may be that bears a song's name. Read on what is left of its folded title without that name. */
interface OtherThing {
  /** `It is …`. */
  readonly what: string
  readonly words: RegExp
  /** The track may be one itself. */
  readonly unless?: readonly VersionKind[]
}

const others: readonly OtherThing[] = [
  {
    what: 'karaoke or an instrumental',
    words:
      /\b(?:karaoke|instrumentals?|backing tracks?|minus one|sing ?along|off vocal|no vocals)\b/,
    unless: ['karaoke', 'instrumental'],
  },
  {
    what: 'somebody else’s version',
    words: /\b(?:cover(?:s|ed)?|tribute|in the style of|parody|originally (?:by|performed by))\b/,
    unless: ['cover'],
  },
  {
    what: 'a reaction or a review',
    words:
      /\b(?:reacts?|reacting|reactions?|first (?:time )?(?:hearing|listen(?:ing)?)|reviews?|analysis|explained|breakdown)\b/,
  },
  {
    what: 'a lesson',
    words:
      /\b(?:tutorials?|lessons?|how to (?:play|sing)|play ?along|tabs?|chords|sheet music|synthesia|drumless)\b/,
  },
  {
    what: 'a changed sound: another speed, another pitch, effects',
    words:
      /\b(?:\d{1,2} ?d(?: audio)?|slow(?:ed)?(?: down)?|sped up|speed up|nightcore|daycore|reverb|bass ?boost(?:ed)?|pitched|chopped|\d{3} ?hz)\b/,
    unless: ['speed'],
  },
  {
    what: 'a loop',
    words:
      /\b(?:(?:\d+|one|two|ten) ?(?:hours?|hrs?|h|hora?s?|minutes?|mins?)(?: version)?|loop(?:ed|s)?|on repeat)\b/,
  },
  {
    what: 'a live recording',
    words:
      /\b(?:live|concert|unplugged|en vivo|ao vivo|en directo|dal vivo|sessions?|soundcheck|rehearsal|tiny desk)\b/,
    unless: ['live'],
  },
  {
    what: 'a remix',
    words: /\b(?:remix(?:es|ed)?|rmx|mash ?up|bootleg|rework|type beat|flip)\b/,
    unless: ['remix'],
  },
  {
    what: 'talk about it, or a foretaste of it',
    words:
      /\b(?:interview|behind the scenes|making of|trailer|teaser|previews?|snippet|commentary|podcast|documentary|lyrics explained|meaning)\b/,
    unless: ['commentary', 'excerpt'],
  },
  {
    what: 'more than this song',
    words:
      /\b(?:full (?:album|ep|concert)|album (?:stream|sampler)|playlist|greatest hits|compilation|megamix)\b/,
  },
  {
    what: 'a scene with its music',
    words:
      /\b(?:amv|fan ?made|fan video|beat saber|guitar hero|rock band|just dance|roblox|minecraft|choreography|dance (?:practice|cover|video)|scene)\b/,
  },
]

/** What the video is instead, in a phrase; undefined where nothing says so. */
export function findOtherThing(rest: string, versions: readonly Version[]): string | undefined {
  const found = others.find(
    ({ words, unless = [] }) =>
      words.test(rest) && !versions.some(({ kind }) => unless.includes(kind)),
  )
  return found?.what
}
