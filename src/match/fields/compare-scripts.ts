import { isFamilyName } from '../../text/scripts/family-names.ts'
import { isSameSound } from '../../text/scripts/same-sound.ts'
import type { Script } from '../../text/scripts/script.ts'
import type { Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'

// Names in two scripts: one may be the other's romanisation, which can be seen, or its translation, which cannot.

/** Undefined where both are written in one script, and their letters can be compared. */
export function compareTitleScripts(left: Prepared, right: Prepared): LevelOf<'title'> | undefined {
  if (left.script === right.script || (isWithHan(left) && isWithHan(right))) return undefined
  if (!hasLetters(left) || !hasLetters(right)) return undefined
  if (soundAlike(left, right)) return 'romanised'
  const [l, r] = [left.title.numbers, right.title.numbers]
  if (l !== '' && r !== '' && l !== r) return 'another-number'
  // Kana spell out what the characters sound like: there is no translation between the two.
  const isJapanese = isWithHan(left)
    ? right.script === 'kana'
    : left.script === 'kana' && isWithHan(right)
  return isJapanese ? 'different' : 'other-script'
}

/** `005-` says nothing in any script. */
const hasLetters = ({ title }: Prepared) => /[^\d ]/.test(title.folded)

const isWithHan = ({ script }: Prepared) => script === 'han' || script === 'japanese'

const soundAlike = (left: Prepared, right: Prepared) =>
  [left.title, left.core].some((l) =>
    [right.title, right.core].some((r) =>
      isSameSound(
        { folded: l.folded, script: left.script },
        { folded: r.folded, script: right.script },
      ),
    ),
  )

/** Artists none of whom is called alike on both sides. */
export function compareArtistScripts(left: Prepared, right: Prepared): LevelOf<'artist'> {
  let best: LevelOf<'artist'> = 'other-script'
  for (const a of left.artists)
    for (const b of right.artists) {
      if (isOneName(a, left.artistScript, b, right.artistScript)) return 'romanised'
      if (isPart(a, b) || isPart(b, a)) best = 'part-in-other-script'
    }
  return best
}

/** In either order: `宇多田ヒカル` is Utada Hikaru and Hikaru Utada. */
function isOneName(left: Name, leftScript: Script, right: Name, rightScript: Script): boolean {
  const l = { folded: left.folded, script: leftScript }
  const r = { folded: right.folded, script: rightScript }
  if (isSameSound(l, r)) return true
  if (rightScript === 'latin' && right.words.length === 2)
    return isSameSound(l, { ...r, folded: turned(right) })
  if (leftScript === 'latin' && left.words.length === 2)
    return isSameSound({ ...l, folded: turned(left) }, r)
  return false
}

const turned = ({ words }: Name) => words.toReversed().join(' ')

/** A family name (`Teresa Teng` is 鄧麗君), or the name within a longer one (`酸欠少女さユり`). */
const isPart = (whole: Name, part: Name) =>
  isFamilyName(whole.folded, part.words) || lettersIn(whole).includes(part.folded)

const lettersIn = ({ folded }: Name) =>
  /[^ -~]/.test(folded) ? (folded.match(/[ -~]{3,}/g) ?? NONE) : NONE

const NONE: readonly string[] = []
