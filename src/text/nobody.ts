/** Credits that name no one. */
const NOBODY = new Set(
  'various artists,various artist,various,va,unknown artist,unknown,unk,null,none,artist,no artist,na'.split(
    ',',
  ),
)

export const isNobody = (folded: string) => NOBODY.has(folded)
