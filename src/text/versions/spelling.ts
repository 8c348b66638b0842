import { editDistance } from '../likeness.ts'

/** Version words long enough to be known again with a slip of the pen. */
const WORDS = (
  'live demo edit remix cover radio album single video stereo version versions acoustic instrumental karaoke remixed ' +
  'remaster remastered remastering extended acapella original session sessions unplugged orchestral symphonic ' +
  'explicit censored uncensored alternate alternative unreleased outtake reprise interlude commentary nightcore ' +
  'slowed reverb english spanish french german italian portuguese japanese korean chinese lyrics official audio ' +
  'soundtrack medley mashup bootleg parody tribute rehearsal concert recorded performance recording'
).split(' ')

/** Words of their own, a letter away from a version word. */
const ORDINARY = new Set(
  'concept concerto concerti convert concern cession mission passion aversion vision conversion tributes audit audits auditor'.split(
    ' ',
  ),
)

/** So long a word may lack, have too many or mistake one letter; a shorter one may have two swapped or one doubled. */
const ANY_EDIT = 7

/** The version word that a folded word was meant to be, if it is none itself. */
export function respell(word: string): string | undefined {
  if (word.length < 4 || /\d/.test(word) || ORDINARY.has(word)) return undefined
  let meant: string | undefined
  for (const known of WORDS) {
    if (known === word) return undefined
    if (Math.abs(known.length - word.length) > 1) continue
    if (isSlip(word, known)) meant ??= known
  }
  return meant
}

function isSlip(word: string, known: string): boolean {
  if (editDistance(word, known, 1) !== 1) return false
  if (known.length >= ANY_EDIT) return true
  if (word.length === known.length) return sorted(word) === sorted(known)
  // `Remmix`, `Remx`: the letters of the one in the order of the other, begun and ended alike.
  const isBegunAlike = word[0] === known[0] && word.at(-1) === known.at(-1)
  return isBegunAlike && (isDoubled(word, known) || known.length > 4)
}

const sorted = (word: string) => [...word].sort().join('')

const isDoubled = (word: string, known: string) => word.replaceAll(/(.)\1/g, '$1') === known
