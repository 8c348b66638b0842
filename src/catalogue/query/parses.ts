import type { Track } from '../../model/track.ts'
import { dropStageWord, takeCreditApart } from '../../text/credit.ts'
import { keyOf } from '../../text/words.ts'
import { hashKey } from '../format/hash.ts'

/**
 * Keys of the name without its last words, `john lennon plastic ono band` → … `john lennon`, and without
 * its beginning where that may be an article gone wrong, `tje beatles`, `thebeatles`, or left away by
 * others: `dj mustard`.
 */
export function shorterNames(track: Track): number[] {
  const { main } = takeCreditApart(track.artists[0] ?? '')
  const words = main.split(' ')
  const names: string[] = []
  for (let count = words.length - 1; count >= Math.min(2, words.length - 1) && count > 0; count--) {
    names.push(words.slice(0, count).join(' '))
  }
  if (words.length > 1 && main.indexOf(' ') <= ARTICLE + 1) names.push(words.slice(1).join(' '))
  if (main.startsWith('the')) names.push(main.slice(ARTICLE))
  const bare = dropStageWord(main)
  if (bare !== undefined) names.push(bare)
  return names.map((name) => hashKey(keyOf(name)))
}

const ARTICLE = 'the'.length

/** Parses of a title that may hold the artist too: `Artist - Title`, or the other way round. */
export function otherParses(track: Track): Track[] {
  const cut = / +[-–—] +/.exec(track.title)
  if (cut === null) return []
  const before = track.title.slice(0, cut.index).trim()
  const after = track.title.slice(cut.index + cut[0].length).trim()
  if (before === '' || after === '') return []
  const parses = [{ ...track, artists: [before], title: after }]
  if (track.artists.length === 0) parses.push({ ...track, artists: [after], title: before })
  return parses
}
