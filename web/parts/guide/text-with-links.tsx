import { OutsideLink } from '../evidence/outside-link.tsx'

const ADDRESS = /(https?:\/\/[^\s()“”„]+[^\s()“”„.,:;])/

/** A sentence of ours in which the addresses of the web are links; one of this machine is there to be copied. */
export function TextWithLinks({ text }: { readonly text: string }) {
  return text.split(ADDRESS).map((piece, at) => {
    if (at % 2 === 0) return piece
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay in their order
    if (piece.startsWith('http:')) return <code key={at}>{piece}</code>
    const words = piece.replace(/^https:\/\/(?:www\.)?|\/$/g, '')
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay in their order
    return <OutsideLink key={at} url={piece} words={words} />
  })
}
