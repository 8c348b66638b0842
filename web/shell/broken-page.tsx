import { useText } from '../text/text.ts'

/** Stands in for what could not be drawn: an empty page would tell nothing. */
export function BrokenPage() {
  const text = useText().shell
  return (
    <div className="problem" role="alert">
      <h1>{text.broken}</h1>
      <p>{text.brokenLong}</p>
      <button type="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </div>
  )
}
