/** A musical key: semitones above C, and the mode. */
export interface MusicalKey {
  readonly tonic: number
  readonly mode: 'major' | 'minor'
}

const TONICS: Readonly<Record<string, number>> = {
  ...{ c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11, h: 11 },
  ...{ do: 0, ut: 0, re: 2, mi: 4, fa: 5, sol: 7, la: 9, si: 11 },
  ...{ до: 0, ре: 2, ми: 4, фа: 5, соль: 7, ля: 9, си: 11 },
  ...{ ハ: 0, ニ: 2, ホ: 4, ヘ: 5, ト: 7, イ: 9, ロ: 11 },
}

/** The tonic, its alteration, the mode. */
const NOTATIONS: readonly RegExp[] = [
  /(?<!\p{L})([a-g])(?:[\s-]?(flat|sharp))?[\s-]?(major|minor|maj|min)(?!\p{L})/u,
  /(?<!\p{L})([a-h]|[cdfgae]is|his|[cdfg]es|es|as)()[\s-]?(dur|moll|mol)(?!\p{L})/u,
  /(?<!\p{L})(do|ut|re|mi|fa|sol|la|si)(?:[\s-](bemol(?:le)?|diese|diesis|sostenido|sustenido))?[\s-](majeur|mineur|maggiore|minore|mayor|menor|maior)(?!\p{L})/u,
  /(?<!\p{L})(до|ре|ми|фа|соль|ля|си)(?:[\s-](бемоль|диез))?[\s-](мажор|минор)/u,
  /(?<!\p{L})([a-gハニホヘトイロ])\s+(変|降|嬰|升)?\s*(長調|短調|大调|小调|大調|小調)/u,
  // Without a mode it is a major key.
  /(?<!\p{L})in ([a-g])(?:[\s-](flat|sharp))?()(?=\s*(?:[,:;("/–-]|$|op\b|no\b|bwv\b|kv?\b|rv\b))/u,
]

const FLAT = /^(?:flat|bemol(?:le)?|бемоль|変|降)$/
const MINOR = /^(?:min|mol|men|минор|短|小)/

/** The first key that the plain title names, and the title without it. */
export function readKey(plain: string): { readonly key?: MusicalKey; readonly rest: string } {
  for (const notation of NOTATIONS) {
    const found = notation.exec(plain)
    if (found === null) continue
    const [all, name = '', change = '', mode = ''] = found
    const step = change === '' ? 0 : FLAT.test(change) ? -1 : 1
    const tonic = /^(?:dur|mol)/.test(mode) ? germanTonic(name) : (TONICS[name] ?? 0) + step
    const key: MusicalKey = { tonic: (tonic + 12) % 12, mode: MINOR.test(mode) ? 'minor' : 'major' }
    return { key, rest: `${plain.slice(0, found.index)} ${plain.slice(found.index + all.length)}` }
  }
  return { rest: plain }
}

/** In German `b` is B flat and `h` is B; `es` and `as` are E flat and A flat. */
function germanTonic(name: string): number {
  if (name === 'b') return 10
  if (name === 'es') return 3
  if (name === 'as') return 8
  const step = name.endsWith('is') ? 1 : name.endsWith('es') ? -1 : 0
  return (TONICS[name.charAt(0)] ?? 0) + step
}
