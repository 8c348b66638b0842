import { reason } from '../../model/reason.ts'
import { readLink } from '../../playlist/links/playlist-link.ts'
import { UserError } from '../../words/user-error.ts'

/** UserError where the text is no link: a path of this machine is none. */
export function requireLink(text: string): void {
  if (readLink(text)) return
  throw new UserError(
    reason('playlist.no-link', { text: text.slice(0, 200) }),
    reason('playlist.paste-or-drop'),
  )
}
