/** Services by host, with what an address needs to lead to the same page: all else in its query is tracking. */
export interface Service {
  /** As people know it. */
  readonly name: string
  readonly hosts: RegExp
  /** Parameters of the query that name the page; without a list of them, those known for tracking go. */
  readonly keep?: readonly string[]
}

/** The first that fits is meant. */
export const services: readonly Service[] = [
  { name: 'YouTube Music', hosts: /^music\.youtube\.com$/, keep: ['v', 'list'] },
  { name: 'YouTube', hosts: /^(?:(?:www\.|m\.)?youtube\.com|youtu\.be)$/, keep: ['v', 'list'] },
  { name: 'Spotify', hosts: /^(?:open|play)\.spotify\.com$/, keep: [] },
  { name: 'Apple Music', hosts: /^(?:geo\.)?music\.apple\.com$/, keep: ['i', 'app'] },
  { name: 'iTunes', hosts: /^(?:geo\.)?itunes\.apple\.com$/, keep: ['i', 'app'] },
  { name: 'Deezer', hosts: /^(?:www\.)?deezer\.com$/, keep: [] },
  { name: 'Tidal', hosts: /^(?:(?:www|listen|store)\.)?tidal\.com$/, keep: [] },
  { name: 'Amazon Music', hosts: /^music\.amazon\.[a-z.]+$/, keep: ['trackAsin'] },
  { name: 'Amazon', hosts: /^(?:www\.)?amazon\.[a-z.]+$/, keep: [] },
  { name: 'SoundCloud', hosts: /^(?:(?:www|m)\.)?soundcloud\.com$/, keep: [] },
  { name: 'Bandcamp', hosts: /^(?:.+\.)?bandcamp\.com$/, keep: [] },
  { name: 'Qobuz', hosts: /^(?:(?:www|open|play)\.)?qobuz\.com$/, keep: [] },
  { name: '7digital', hosts: /^(?:.+\.)?7digital\.com$/, keep: [] },
  { name: 'Beatport', hosts: /^(?:www\.)?beatport\.com$/, keep: [] },
  { name: 'Napster', hosts: /^(?:.+\.)?napster\.com$/, keep: [] },
  { name: 'Yandex Music', hosts: /^music\.yandex\.[a-z]+$/, keep: [] },
  { name: 'Pandora', hosts: /^(?:www\.)?pandora\.com$/, keep: [] },
  { name: 'Audiomack', hosts: /^(?:www\.)?audiomack\.com$/, keep: [] },
  { name: 'Audius', hosts: /^(?:www\.)?audius\.co$/, keep: [] },
  { name: 'Anghami', hosts: /^(?:play\.)?anghami\.com$/, keep: [] },
  { name: 'Boomplay', hosts: /^(?:www\.)?boomplay\.com$/, keep: [] },
  { name: 'Mixcloud', hosts: /^(?:www\.)?mixcloud\.com$/, keep: [] },
  { name: 'Jamendo', hosts: /^(?:www\.)?jamendo\.com$/, keep: [] },
  { name: 'Internet Archive', hosts: /^(?:www\.)?archive\.org$/, keep: [] },
  {
    name: 'Wikimedia Commons',
    hosts: /^commons\.(?:m\.)?wikimedia\.org$/,
    keep: ['curid', 'title'],
  },
  { name: 'ccMixter', hosts: /^(?:www\.)?ccmixter\.org$/, keep: [] },
  { name: 'Free Music Archive', hosts: /^(?:www\.)?freemusicarchive\.org$/, keep: [] },
  { name: 'Freesound', hosts: /^(?:www\.)?freesound\.org$/, keep: [] },
  { name: 'Magnatune', hosts: /^(?:.+\.)?magnatune\.com$/ },
  { name: 'Mirlo', hosts: /^(?:www\.)?mirlo\.space$/, keep: [] },
  { name: 'Discogs', hosts: /^(?:www\.)?discogs\.com$/, keep: [] },
  { name: 'Vimeo', hosts: /^(?:www\.)?vimeo\.com$/, keep: [] },
  { name: 'Niconico', hosts: /^(?:www\.)?nicovideo\.jp$/, keep: [] },
]
