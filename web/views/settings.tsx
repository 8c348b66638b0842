import { PageTitle } from '../parts/page-title.tsx'

export function SettingsView() {
  return <PageTitle>Settings</PageTitle>
}
