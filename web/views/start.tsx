import { PageTitle } from '../parts/page-title.tsx'

export function StartView() {
  return <PageTitle>Start</PageTitle>
}
