/** Japanese, Chinese and Korean terms; the others are words that stand by themselves (`terms.ts`). */
const EASTERN: readonly (readonly [RegExp, string])[] = [
  [/第?\s?([0-9ivx一二三四五六七八九十]+)\s?(?:番|号|號)/g, ' no. $1 '],
  [/第([一二三四五六七八九]|\d)(?=交响|協奏|协奏|交響|钢琴)/g, ' no. $1 '],
  [/第([0-9一二三四五六七八九])(?:楽章|乐章|樂章)/g, ': $1. '],
  [/作品/g, ' op. '],
  [/([変降])?(?:([ハニホヘトイロ])|([a-g]))(長調|短調|大调|小调|大調|小調)/g, ' $2$3 $1 $4 '],
  [/交響曲|交响曲|교향곡/g, ' symphony '],
  [/ソナタ|奏鸣曲|소나타/g, ' sonata '],
  [/協奏曲|协奏曲|협주곡/g, ' concerto '],
  [/四重奏曲?/g, ' quartet '],
  [/五重奏曲?/g, ' quintet '],
  [/三重奏曲?/g, ' trio '],
  [/組曲|组曲/g, ' suite '],
  [/前奏曲/g, ' prelude '],
  [/夜想曲|ノクターン|夜曲/g, ' nocturne '],
  [/練習曲|练习曲/g, ' etude '],
  [/ワルツ|圆舞曲|円舞曲/g, ' waltz '],
  [/狂詩曲|狂想曲/g, ' rhapsody '],
  [/変奏曲|变奏曲/g, ' variations '],
  [/舞曲/g, ' dance '],
  [/ピアノ|钢琴|鋼琴|피아노/g, ' piano '],
  [/[ヴバ]ァ?イオリン|小提琴|바이올린/g, ' violin '],
  [/チェロ|大提琴|첼로/g, ' cello '],
  [/弦楽|弦乐/g, ' string '],
  [/ハンガリー|匈牙利/g, ' hungarian '],
]

const EASTERN_LETTERS = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u
const DIGITS = '一二三四五六七八九'

/** Of two words that German writes as one, the first: `Klavier-sonate`, `Streich-quartett`. */
const COMPOUND =
  /(?<!\p{L})(klavier|violin|cello|viola|bratschen|floten|klarinetten|oboen|fagott|horn|trompeten|harfen|gitarren|orgel|cembalo|streich|doppel|tripel)-?(?=sonat|konzert|quartett|quintett|trio|sextett|suite|etude|stuck)/gu

/** `Mondschein-sonate`, `Peer-Gynt-Suite`. */
const COMPOUND_END =
  /(?<=\p{L}{4})-?(?=(?:sonaten?|konzert|quartett|quintett|sinfonie|symphonie|walzer|etude|marsch|suite)(?!\p{L}))/gu

/** A title as works are read from it: lower case, no diacritics, signs and compounds written out. */
export function plainTitle(title: string): string {
  const signs = title
    .replaceAll('♯', ' sharp')
    .replaceAll('♭', ' flat')
    .replaceAll(/(?<=\b[A-Ga-g])#/g, ' sharp')
    .replaceAll(/(?<=\b[A-G])b(?= (?:maj|min))/g, ' flat')
    .replaceAll(/№|\bN[°º]|#(?=\d)/gi, ' no. ')
  const isEastern = EASTERN_LETTERS.test(signs)
  const plain = isEastern
    ? translate(signs.normalize('NFKC').toLowerCase())
    : signs.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/["“”„«»‟「」『』《》]/g, ' " ')
    .replaceAll(COMPOUND, '$1 ')
    .replaceAll(COMPOUND_END, ' ')
}

function translate(text: string): string {
  let plain = text
  for (const [term, word] of EASTERN) plain = plain.replaceAll(term, word)
  return plain.replaceAll(
    /(?<= no\. | : )[一二三四五六七八九]/g,
    (digit) => `${DIGITS.indexOf(digit) + 1}`,
  )
}
