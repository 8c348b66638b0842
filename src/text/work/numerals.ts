const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** `xiv` → 14, `12` → 12. Undefined where it is no numeral. */
export function numeralValue(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '' || !/^(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charAt(at)] ?? 0
    sum += value < (VALUES[text.charAt(at + 1)] ?? 0) ? -value : value
  }
  return sum
}

const ORDINALS = (
  'first erste erster ersten premiere premier prima primera первая|second zweite zweiter deuxieme seconda segunda вторая|' +
  'third dritte dritter troisieme terza tercera третья|fourth vierte vierter quatrieme quarta cuarta четвертая|' +
  'fifth funfte funfter cinquieme quinta пятая|sixth sechste sechster sixieme sesta sexta шестая|' +
  'seventh siebte siebter septieme settima septima седьмая|eighth achte achter huitieme ottava octava восьмая|' +
  'ninth neunte neunter neuvieme nona novena девятая'
)
  .split('|')
  .map((words) => words.split(' '))

/** `fifth`, `funfte`, `5th`, `5e` → 5. */
export function ordinalValue(word: string): number | undefined {
  const digits = /^(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere|a|o)$/.exec(word)
  if (digits !== null) return Number(digits[1])
  const at = ORDINALS.findIndex((words) => words.includes(word))
  return at === -1 ? undefined : at + 1
}
