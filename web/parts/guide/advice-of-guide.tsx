import { useRole } from '../../api/session.ts'
import { linkTo, useRoute } from '../../route.ts'
import { useGuide } from '../../text/guide.ts'
import type { GuidedAdvice } from './guided-advice.ts'

/** What to do about a list of Spotify's, and the way to where it is done. */
export function AdviceOfGuide(props: { readonly advice: GuidedAdvice }) {
  // The login is the server's: who does not own it has the other ways.
  const advice = useRole() === 'owner' ? props.advice : 'ways'
  const words = useGuide().login
  const isThere = useRoute().kind === 'guide'
  return (
    <>
      <p>{words.advice[advice]}</p>
      {!isThere && (
        <p>
          <a className="button" href={linkTo({ kind: 'guide' })}>
            {advice === 'login' ? words.toLogin : words.toGuide}
          </a>
        </p>
      )}
    </>
  )
}
