import { PageTitle } from '../parts/page-title.tsx'

export function ResultView({ view }: { readonly view: string }) {
  return <PageTitle>{view}</PageTitle>
}
