import { useRole } from '../api/session.ts'
import { useGet } from '../api/use-get.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { useText } from '../text/text.ts'
import { Doctor } from './settings/doctor.tsx'
import { Keys } from './settings/keys.tsx'
import { Services } from './settings/services.tsx'
import type { SettingsAnswer } from './settings/settings-answer.ts'
import { SettingsForm } from './settings/settings-form.tsx'
import '../styles/fields.css'
import '../styles/settings.css'

/** What is settled for every backup, the keys to services, and what the machine has and lacks. */
export function SettingsView() {
  const { settings: text, shell } = useText()
  // A member's keys and services are the machine's.
  const isOwner = useRole() === 'owner'
  const { data, error, reload, put } = useGet<SettingsAnswer>('settings')
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <p className="lead">{text.lead}</p>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {!data && error === undefined && <p className="soft">{shell.loading}</p>}
      {data && (
        <>
          <SettingsForm answer={data} saved={put} />
          <Keys answer={data} saved={put} />
        </>
      )}
      {isOwner && <Doctor />}
      {isOwner && <Services />}
    </>
  )
}
