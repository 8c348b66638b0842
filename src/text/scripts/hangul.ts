const INITIALS = 'g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(',')
const VOWELS = 'a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i'.split(',')
/** Final consonants as they sound before another consonant, and when they pass to a following vowel. */
const FINALS = ',k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t'.split(',')
const LINKED = ',g,kk,gs,n,nj,n,d,r,lg,lm,lb,ls,lt,lp,r,m,b,bs,s,ss,ng,j,ch,k,t,p,'.split(',')

const FIRST = 0xac00
const SILENT = 11
const FINAL_H = 27
const VOWEL_I = 20

/**
 * Hangul syllables in the Revised Romanisation of 2000, as they are spoken one after another:
 * `독립` dongnip, `한라` halla, `같이` gachi, `음악` eumak.
 */
export function romaniseHangul(syllables: string): string {
  let latin = ''
  let final = 0
  for (const syllable of syllables) {
    const index = syllable.charCodeAt(0) - FIRST
    const initial = Math.floor(index / 588)
    const vowel = Math.floor((index % 588) / 28)
    latin += linkSounds(final, initial, vowel) + (VOWELS[vowel] ?? '')
    final = index % 28
  }
  return latin + (FINALS[final] ?? '')
}

/** What is heard between two vowels: the first one's final consonant and the second one's initial. */
function linkSounds(final: number, initial: number, vowel: number): string {
  const start = INITIALS[initial] ?? ''
  if (final === 0) return start
  if (initial === SILENT) {
    const linked = LINKED[final] ?? ''
    if (vowel === VOWEL_I && (linked === 'd' || linked === 't')) return linked === 'd' ? 'j' : 'ch'
    return linked
  }
  if (final === FINAL_H && 'gdj'.includes(start))
    return start === 'g' ? 'k' : start === 'd' ? 't' : 'ch'
  const end = FINALS[final] ?? ''
  return ASSIMILATED.get(`${end} ${start}`) ?? end + start
}

const ASSIMILATED = new Map(
  (
    'k n ngn|k m ngm|k r ngn|t n nn|t m nm|t r nn|p n mn|p m mm|p r mn|n r ll|l n ll|l r ll|m r mn|ng r ngn|' +
    't h t|k h k|p h p'
  )
    .split('|')
    .map((entry) => {
      const [end, start, sound] = entry.split(' ')
      return [`${end} ${start}`, sound ?? ''] as const
    }),
)
