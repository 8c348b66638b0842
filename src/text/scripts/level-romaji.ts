const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'ch'],
  [/([bcdfgjkmprstvwz])\1/g, '$1'],
  [/l/g, 'r'],
  [/v/g, 'b'],
  [/c(?!h)|q/g, 'k'],
  [/sh(?=i)/g, 's'],
  [/sh/g, 'sy'],
  [/ch(?=i)/g, 't'],
  [/ch/g, 'ty'],
  [/ts/g, 't'],
  [/fu/g, 'hu'],
  [/j(?=i)/g, 'z'],
  [/jy?/g, 'zy'],
  [/d[zu]u?/g, 'zu'],
  [/wo/g, 'o'],
  // は and へ, as particles.
  [/wa/g, 'ha'],
  [/he/g, 'e'],
  [/m(?=[bp])/g, 'n'],
  [/o(?:[ou]|h(?![aiueoy]))+/g, 'o'],
  [/([aiue])\1+/g, '$1'],
  [/ei/g, 'e'],
]

/** Japanese in Latin letters, spelled one way: Hepburn's and Kunrei's, with long vowels or without. */
export function levelRomaji(latin: string): string {
  let levelled = latin.replaceAll(' ', '')
  for (const [spelling, one] of SPELLINGS) levelled = levelled.replaceAll(spelling, one)
  return levelled
}
