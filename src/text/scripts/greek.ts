import anyAscii from 'any-ascii'

const LETTERS = new Map(
  'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)

/** Pairs that are one sound. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[αεη])υ(?=[αεηιουωβγδζλμνρ])/g, 'v'],
  [/(?<=[αεη])υ/g, 'f'],
  [/ου/g, 'ou'],
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
  [/(?<!\p{L})γκ/gu, 'g'],
  [/γ(?=[γξχ])/g, 'n'],
]

/** Greek after ISO 843, with beginnings as they sound: `Ζορμπάς` zormpas, `Ευαγγελία` evangelia, `Μπάμπης` bampis. */
export function romaniseGreek(text: string): string {
  // A dialytika parts two vowels; the other marks are stress and breathing.
  let latin = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/(?<=[αεηο])([ιυ])[\u0300\u0301\u0342]?\u0308/g, (_, vowel) =>
      vowel === 'υ' ? 'y' : 'i',
    )
    .replaceAll(/[\u0300-\u036f]/g, '')
  for (const [pair, sound] of PAIRS) latin = latin.replaceAll(pair, sound)
  return anyAscii(latin.replaceAll(/[α-ω]/g, (letter) => LETTERS.get(letter) ?? letter))
}
