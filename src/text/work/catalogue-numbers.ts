import { numeralValue } from './numerals.ts'

/** A number in a catalogue of works: `op 67`, `bwv 1007`, `hob 16:50`; of a set, which piece. */
export interface CatalogueNumber {
  readonly system: string
  readonly number: string
  readonly piece: number | undefined
}

const PIECE =
  '(?:\\s*(?:[,;:–-]?\\s*\\(?(?:no|nr|n|num|numero)(?!\\p{L})\\.?\\s*|/)(\\d{1,3})(?!\\d|\\p{L}))?'

/** Catalogues whose name is sign enough. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(opus|op|oeuvre|соч|bwv|hwv|buxwv|twv|woo|trv|rv|kv|kk|kp|wab|mwv|zwv|swv|lwv|rct|wq|sz)(?!\\p{L})((?:\\s*(?:anh|posth)\\b)?)[.\\s]*(?:no\\.?\\s*)?(\\d+(?::\\d+)?)([a-z]?)(?![\\p{L}\\d])${PIECE}`,
  'gu',
)
const RUSSIAN = new RegExp(`(?<!\\p{L})(соч)()\\.?\\s*(\\d+)()${PIECE}`, 'gu')
const HOBOKEN = new RegExp(
  `(?<![\\p{L}\\d])(hob|hoboken)()[.\\s]*([ivx]+[a-z]?\\s*[:/.]\\s*\\d+)()${PIECE}`,
  'gu',
)
/** Known by one letter: only beside a form or a key. */
const LETTERED = new RegExp(
  `(?<=[\\s,;(]|^)(k|d|s|l|z|g|h|b|m)()\\.?\\s?(\\d{1,4})([a-z]?)(?![\\p{L}\\d])${PIECE}`,
  'gu',
)

/** The same with a comma and a full stop, `Ave Maria, D. 839`: nothing else is written so. */
const DOTTED = new RegExp(
  `(?<=,\\s?)(k|d|s|l|z|h|b|m)()\\.\\s?(\\d{1,4})([a-z]?)(?![\\p{L}\\d])${PIECE}`,
  'gu',
)

/** Köchel, Kirkpatrick and Pestelli write one letter in most texts. */
const ONE_NAME: Readonly<Record<string, string>> = {
  kv: 'k',
  kk: 'k',
  kp: 'k',
  opus: 'op',
  oeuvre: 'op',
  соч: 'op',
  hoboken: 'hob',
}

/** What stands where a number was. */
export const TAKEN = '§'

/** All catalogue numbers of a plain title, and the title without them. */
export function readCatalogueNumbers(
  plain: string,
  isWork: boolean,
): { readonly numbers: readonly CatalogueNumber[]; readonly rest: string } {
  const numbers: CatalogueNumber[] = []
  let rest = plain
  for (const pattern of isWork
    ? [HOBOKEN, NAMED, RUSSIAN, LETTERED]
    : [HOBOKEN, NAMED, RUSSIAN, DOTTED])
    rest = rest.replaceAll(pattern, (...found: string[]) => {
      const [, system = '', appendix = '', number = '', letter = '', piece] = found
      numbers.push(
        catalogueNumber(`${ONE_NAME[system] ?? system}${appendix}`, number + letter, piece),
      )
      return ` ${TAKEN} `
    })
  return { numbers, rest }
}

function catalogueNumber(system: string, number: string, piece?: string): CatalogueNumber {
  // `K. 331/300i` names an older number behind the slash.
  const isPiece = piece !== undefined && !(system === 'k' && Number(piece) > 24)
  return {
    system: system.replaceAll(/\s|posth/g, ''),
    number: system === 'hob' ? hobokenNumber(number) : number,
    piece: isPiece ? Number(piece) : undefined,
  }
}

/** `XVI:50`, `XVI/50` → `16:50`. */
function hobokenNumber(text: string): string {
  const [group = '', number = ''] = text.split(/\s*[:/.]\s*/)
  return `${numeralValue(group.replace(/[a-z]$/, (letter) => ('ivx'.includes(letter) ? letter : ''))) ?? group}:${number}`
}
