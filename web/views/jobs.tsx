import { PageTitle } from '../parts/page-title.tsx'

export function JobsView() {
  return <PageTitle>Jobs</PageTitle>
}
