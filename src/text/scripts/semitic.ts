import anyAscii from 'any-ascii'

// Hebrew and Arabic are written without most of their vowels: what comes out are the consonants, and
// letters that may stand for a vowel.

const mapOf = (table: string) =>
  new Map(table.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)]))

const LETTERS = mapOf(
  'אa בb גg דd הh וw זz חch טt יy ךk כk לl םm מm ןn נn סs עe ףp פp ץts צts קq רr שsh תt ' +
    'ءa آa أa إa ٱa اa بb ةa تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw ؤw ىa يy ئy ' +
    'پp چch ژzh گg کk یy ٹt ڈd ڑr ںn ہh ھh ےy ڤv',
)

/** Hebrew and Arabic (Persian and Urdu letters too) by consonants: `שלום` shlwm, `فيروز` fyrwz. */
export function romaniseSemitic(text: string): string {
  let latin = ''
  for (const char of text.replaceAll(/\p{M}/gu, '')) latin += LETTERS.get(char) ?? anyAscii(char)
  return latin
}
