const HIRAGANA =
  'ぁa|あa|ぃi|いi|ぅu|うu|ぇe|えe|ぉo|おo|かka|がga|きki|ぎgi|くku|ぐgu|けke|げge|こko|ごgo|さsa|ざza|しshi|じji|' +
  'すsu|ずzu|せse|ぜze|そso|ぞzo|たta|だda|ちchi|ぢji|つtsu|づzu|てte|でde|とto|どdo|なna|にni|ぬnu|ねne|のno|はha|' +
  'ばba|ぱpa|ひhi|びbi|ぴpi|ふfu|ぶbu|ぷpu|へhe|べbe|ぺpe|ほho|ぼbo|ぽpo|まma|みmi|むmu|めme|もmo|ゃya|やya|ゅyu|' +
  'ゆyu|ょyo|よyo|らra|りri|るru|れre|ろro|ゎwa|わwa|ゐi|ゑe|をwo|んn|ゔvu|ゕka|ゖke'

const SOUNDS = new Map(HIRAGANA.split('|').map((entry) => [entry.charAt(0), entry.slice(1)]))

const SMALL_Y = 'ゃゅょ'
const SMALL_VOWELS = 'ぁぃぅぇぉ'
const DOUBLING = 'っ'
/** Lengthens a vowel. */
const LENGTH = 'ー'
/** Repeats a sound, as it is or voiced. */
const REPEAT = 'ゝ'
const REPEAT_VOICED = 'ゞ'

/**
 * Hiragana and katakana in Hepburn's romanisation, small letters joined to what stands before them:
 * `きゃ` kya, `ちぇ` che, `ふぁ` fa, `っか` kka. A lengthening mark is not written (`ラーメン` ramen).
 */
export function romaniseKana(kana: string): string {
  let latin = ''
  let sound = ''
  let isDoubled = false
  for (const char of kana) {
    const letter = toHiragana(char)
    if (letter === DOUBLING) {
      isDoubled = true
      continue
    }
    if (letter === LENGTH) continue
    if (SMALL_Y.includes(letter) || SMALL_VOWELS.includes(letter)) {
      const joined = join(sound, SOUNDS.get(letter) ?? '')
      latin = latin.slice(0, latin.length - sound.length) + joined
      sound = joined
      continue
    }
    if (letter === REPEAT_VOICED) sound = voice(sound)
    else if (letter !== REPEAT) sound = SOUNDS.get(letter) ?? ''
    if (isDoubled && /^[^aeioun]/.test(sound)) latin += sound.startsWith('ch') ? 't' : sound[0]
    isDoubled = false
    latin += sound
  }
  return latin
}

const toHiragana = (char: string) =>
  char >= 'ァ' && char <= 'ヶ' ? String.fromCharCode(char.charCodeAt(0) - 0x60) : char

/** `su` → `zu`, `chi` → `ji`. */
const voice = (sound: string) =>
  sound.replace(/^(?:sh|ch|ts|[ksthf])/, (start) => VOICED[start] ?? start)

const VOICED: Readonly<Record<string, string>> = {
  sh: 'j',
  ch: 'j',
  ts: 'z',
  k: 'g',
  s: 'z',
  t: 'd',
  h: 'b',
  f: 'b',
}

/** `ki` and `ya` are `kya`, `shi` and `ya` `sha`, `te` and `i` `ti`, `u` and `i` `wi`. */
function join(sound: string, small: string): string {
  if (sound === '') return small
  const stem = sound.slice(0, -1)
  if (small.startsWith('y')) return /(?:sh|ch|j)$/.test(stem) ? stem + small.slice(1) : stem + small
  if (sound === 'u') return `w${small}`
  if (sound === 'i' && small === 'e') return 'ye'
  if (sound === 'ku' || sound === 'gu') return `${stem}w${small}`
  // A small vowel that only drags the sound on: `なぁ`.
  return sound.endsWith(small) || sound === 'n' ? sound : stem + small
}
