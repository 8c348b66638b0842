import { asList, asRecord } from '../../../base/json.ts'
import { readText } from '../../online/fields.ts'
import { readPage } from '../../online/link.ts'

/** What makes an address the artist's own page or account, https://musicbrainz.org/relationships/artist-url. */
const types: ReadonlySet<string> = new Set([
  'fe33d22f-c3b0-4d68-bd53-a856badf2b15', // official homepage
  'eb535226-f8ca-499d-9b18-6a144df4ae6f', // blog
  '99429741-f3f6-484b-84f8-23af51991770', // social network
  'bac47923-ecde-4b59-822e-d08f0cd10156', // Myspace
  'c550166e-0548-4a18-b1d4-e2ae423a3e88', // Bandcamp
  '89e4a949-0976-440d-bda1-5f772c1e5710', // SoundCloud
  '6a540e5b-58c6-4192-b6ba-dbc71ec8fcf0', // YouTube
  '631712a0-7525-42ba-b7a3-605aa7a238c4', // YouTube Music
  'd86c9450-b6d0-4760-a275-e7547495b48b', // video channel
  'b6f02157-a9d3-4f24-9057-0675b2dbc581', // PureVolume
  '34ae77fe-defb-43ea-95d4-63c7540bac78', // download for free
  '769085a1-c2f7-4c24-a532-2375a77693bd', // free streaming
])

/** ccMixter's accounts are given as pages of a database. */
const DATABASE = 'd94fb61c-fa20-4e3c-a19a-71a949fb2c55'
const CCMIXTER_ACCOUNT = /^https?:\/\/(?:www\.)?ccmixter\.org\/people\//

const MAX_RELATIONS = 200

/** The pages and accounts of an artist, those that have ended left out. */
export function readOwnPages(artist: unknown): readonly string[] {
  const pages = asList(asRecord(artist).relations)
    .slice(0, MAX_RELATIONS)
    .flatMap((relation) => {
      const { 'type-id': typeId, ended, url } = asRecord(relation)
      const page = readPage(asRecord(url).resource)?.url
      const type = readText(typeId) ?? ''
      if (page === undefined || ended === true) return []
      const isOwn = types.has(type) || (type === DATABASE && CCMIXTER_ACCOUNT.test(page))
      return isOwn ? [page] : []
    })
  return [...new Set(pages)]
}
