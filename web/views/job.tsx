import { PageTitle } from '../parts/page-title.tsx'

export function JobView({ id }: { readonly id: string }) {
  return <PageTitle>{id}</PageTitle>
}
