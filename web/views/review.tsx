import { PageTitle } from '../parts/page-title.tsx'

export function ReviewView({ view }: { readonly view: string }) {
  return <PageTitle>{view}</PageTitle>
}
