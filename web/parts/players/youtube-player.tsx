import { useState } from 'react'
import type { Link } from '../../../src/model/link.ts'
import { say } from '../../../src/words/say.ts'
import { useText } from '../../text/text.ts'
import { youtubeId } from '../evidence/web-address.ts'

/** A video in YouTube's own player. Nothing is asked of YouTube before the button is pressed. */
export function YoutubePlayer({ link }: { readonly link: Link }) {
  const [isOpen, setOpen] = useState(false)
  const { evidence: text, words } = useText()
  const id = youtubeId(link.url)
  if (id === undefined) return null
  const { service, note } = link
  const title = note === undefined || note === '' ? service : `${service}: ${say(note, words)}`
  return (
    <div className="video">
      {isOpen ? (
        <iframe
          src={`https://www.youtube-nocookie.com/embed/${id}?autoplay=1`}
          title={title}
          allow="autoplay; encrypted-media; fullscreen"
          allowFullScreen
          // YouTube plays nothing for those who do not say where they embed it.
          referrerPolicy="strict-origin"
          sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
        />
      ) : (
        <p>
          <button type="button" onClick={() => setOpen(true)}>
            ▸ {text.watch(title)}
          </button>{' '}
          <small>{text.contactsYoutube}</small>
        </p>
      )}
    </div>
  )
}

/** Those that a provider has named; a search is no video. */
export function listVideos(links: readonly Link[]): readonly Link[] {
  const byId = new Map<string, Link>()
  for (const link of links) {
    const id = link.kind === 'search' ? undefined : youtubeId(link.url)
    if (id !== undefined && !byId.has(id)) byId.set(id, link)
  }
  return [...byId.values()]
}
