import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** What is shown instead of what could not be drawn. */
  readonly fallback: (error: unknown) => ReactNode
}

interface State {
  readonly failure?: { readonly error: unknown }
}

/** Where drawing throws, the fallback stands instead, and what is around it stays. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } }
  }

  override render() {
    const { failure } = this.state
    return failure ? this.props.fallback(failure.error) : this.props.children
  }
}
