import { isOfNickname } from './nicknames.ts'
import { formOf } from './terms.ts'

const CATALOGUES = new Set(
  'op opus oeuvre bwv hwv buxwv twv woo trv rv kv kk kp wab mwv zwv swv lwv rct wq sz hob hoboken k d s l z h b m'.split(
    ' ',
  ),
)
const KEYS = new Set(
  'major minor dur moll majeur mineur maggiore minore mayor menor maior'.split(' '),
)

/** German writes forms together with what stands before: `Klaviersonate`. */
const COMPOUNDS =
  /sonate|konzert|quartett|quintett|sinfonie|symphonie|walzer|etude|marsch|suite|trio$/

/** A quick look whether a title may name a piece of classical music: most name none. */
export function mayNameWork(title: string): boolean {
  for (let at = 0; at < title.length; at++) if (title.charCodeAt(at) > 0x24f) return true
  const isPlain = !/[\u0080-\u024f]/.test(title)
  const plain = (isPlain ? title : title.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase()
  const words = plain.match(/[a-z]+/g) ?? []
  return words.some(
    (word) =>
      formOf(word) !== undefined ||
      isOfNickname(word) ||
      KEYS.has(word) ||
      (CATALOGUES.has(word) && /\d/.test(plain)) ||
      (word.length > 8 && COMPOUNDS.test(word)),
  )
}
