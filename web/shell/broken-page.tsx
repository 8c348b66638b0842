import { Component, type ReactNode } from 'react'
import { useText } from '../text/text.ts'

/** Stands in for what could not be drawn: an empty page would tell nothing. */
export class Broken extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
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
