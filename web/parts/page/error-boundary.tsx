import { Component, type ReactNode } from 'react'
import { Problem } from './problem.tsx'

interface Props {
  readonly children: ReactNode
}

/** What is drawn from a record of unknown age may break: it breaks alone, and what is around it stays. */
export class Guard extends Component<Props, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Problem error={this.state.error} />
    )
  }
}
