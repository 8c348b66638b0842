import { PageTitle } from '../parts/page-title.tsx'

export function LibraryView({ archive = '' }: { readonly archive?: string }) {
  return <PageTitle>{archive}</PageTitle>
}
