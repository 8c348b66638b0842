/** ID3v1's genres by their numbers, with Winamp's additions: https://en.wikipedia.org/wiki/List_of_ID3v1_genres */
// biome-ignore format: a list of names
export const genreNames: readonly string[] = [
  'Blues', 'Classic Rock', 'Country', 'Dance', 'Disco', 'Funk', 'Grunge', 'Hip-Hop', 'Jazz',
  'Metal', 'New Age', 'Oldies', 'Other', 'Pop', 'R&B', 'Rap', 'Reggae', 'Rock', 'Techno',
  'Industrial', 'Alternative', 'Ska', 'Death Metal', 'Pranks', 'Soundtrack', 'Euro-Techno',
  'Ambient', 'Trip-Hop', 'Vocal', 'Jazz+Funk', 'Fusion', 'Trance', 'Classical', 'Instrumental',
  'Acid', 'House', 'Game', 'Sound Clip', 'Gospel', 'Noise', 'Alt. Rock', 'Bass', 'Soul', 'Punk',
  'Space', 'Meditative', 'Instrumental Pop', 'Instrumental Rock', 'Ethnic', 'Gothic', 'Darkwave',
  'Techno-Industrial', 'Electronic', 'Pop-Folk', 'Eurodance', 'Dream', 'Southern Rock', 'Comedy',
  'Cult', 'Gangsta Rap', 'Top 40', 'Christian Rap', 'Pop/Funk', 'Jungle', 'Native American',
  'Cabaret', 'New Wave', 'Psychedelic', 'Rave', 'Showtunes', 'Trailer', 'Lo-Fi', 'Tribal',
  'Acid Punk', 'Acid Jazz', 'Polka', 'Retro', 'Musical', 'Rock & Roll', 'Hard Rock', 'Folk',
  'Folk-Rock', 'National Folk', 'Swing', 'Fast-Fusion', 'Bebop', 'Latin', 'Revival', 'Celtic',
  'Bluegrass', 'Avantgarde', 'Gothic Rock', 'Progressive Rock', 'Psychedelic Rock',
  'Symphonic Rock', 'Slow Rock', 'Big Band', 'Chorus', 'Easy Listening', 'Acoustic', 'Humour',
  'Speech', 'Chanson', 'Opera', 'Chamber Music', 'Sonata', 'Symphony', 'Booty Bass', 'Primus',
  'Porn Groove', 'Satire', 'Slow Jam', 'Club', 'Tango', 'Samba', 'Folklore', 'Ballad',
  'Power Ballad', 'Rhythmic Soul', 'Freestyle', 'Duet', 'Punk Rock', 'Drum Solo', 'A Cappella',
  'Euro-House', 'Dance Hall', 'Goa', 'Drum & Bass', 'Club-House', 'Hardcore', 'Terror', 'Indie',
  'BritPop', 'Afro-Punk', 'Polsk Punk', 'Beat', 'Christian Gangsta Rap', 'Heavy Metal',
  'Black Metal', 'Crossover', 'Contemporary Christian', 'Christian Rock', 'Merengue', 'Salsa',
  'Thrash Metal', 'Anime', 'JPop', 'Synthpop', 'Abstract', 'Art Rock', 'Baroque', 'Bhangra',
  'Big Beat', 'Breakbeat', 'Chillout', 'Downtempo', 'Dub', 'EBM', 'Eclectic', 'Electro',
  'Electroclash', 'Emo', 'Experimental', 'Garage', 'Global', 'IDM', 'Illbient', 'Industro-Goth',
  'Jam Band', 'Krautrock', 'Leftfield', 'Lounge', 'Math Rock', 'New Romantic', 'Nu-Breakz',
  'Post-Punk', 'Post-Rock', 'Psytrance', 'Shoegaze', 'Space Rock', 'Trop Rock', 'World Music',
  'Neoclassical', 'Audiobook', 'Audio Theatre', 'Neue Deutsche Welle', 'Podcast', 'Indie Rock',
  'G-Funk', 'Dubstep', 'Garage Rock', 'Psybient',
]

/**
 * The genres of a frame: `Rock`, `17`, and of ID3v2.3 `(17)`, `(17)Rock`, `(17)(4)Eurodisco`, `((Foo)`: a number is the
 * name that it has, `RX` a remix and `CR` a cover (https://id3.org/id3v2.3.0, section 4.2.1). Other numbers are none.
 */
export function readGenres(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).flatMap(readGenre))].filter(Boolean)
}

function readGenre(text: string): string[] {
  const whole = nameOf(text)
  if (whole !== undefined) return [whole]
  const genres: string[] = []
  let rest = text
  for (let found = REFERENCE.exec(rest); found; found = REFERENCE.exec(rest)) {
    genres.push(nameOf(found[1] ?? '') ?? '')
    rest = rest.slice(found[0].length)
  }
  const refinement = rest.replace(/^\(\(/, '(').trim()
  // Words that only say the number again.
  return refinement && !genres.includes(refinement) ? [...genres, refinement] : genres
}

const REFERENCE = /^\((\d{1,3}|RX|CR)\)/

/** Nothing where it is no reference, empty where it is one to nothing. */
function nameOf(reference: string): string | undefined {
  if (reference === 'RX') return 'Remix'
  if (reference === 'CR') return 'Cover'
  return /^\d{1,3}$/.test(reference) ? (genreNames[Number(reference)] ?? '') : undefined
}
