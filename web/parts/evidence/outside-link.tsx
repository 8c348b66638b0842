import { webAddress } from './web-address.ts'

interface Props {
  readonly url: string | undefined
  readonly words: string
}

/** A link where the address is one of the web's, else the words alone. Nothing else becomes a link. */
export function OutsideLink({ url, words }: Props) {
  const address = url === undefined ? undefined : webAddress(url)
  if (address === undefined) return <bdi>{words}</bdi>
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      <bdi>{words}</bdi>
    </a>
  )
}
