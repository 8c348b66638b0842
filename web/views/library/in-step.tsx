import type { ArchiveInfo, Job } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { putJobs, useJobs } from '../../api/jobs.ts'
import { useAction } from '../../api/use-action.ts'
import { useGet } from '../../api/use-get.ts'
import { Checkbox } from '../../parts/fields/checkbox.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { linkTo } from '../../route.ts'
import { useText } from '../../text/text.ts'
import type { SettingsAnswer } from '../settings/settings-answer.ts'

/** Brings all lists of an archive up to date, now or every night. */
export function InStep({ archive }: { readonly archive: ArchiveInfo }) {
  const { library: text, format } = useText()
  const { jobs } = useJobs()
  const { isRunning, error, run } = useAction()
  const last = jobs.find((job) => job.archive === archive.id && job.order.kind === 'sync')
  const isUnderWay = last !== undefined && last.endedAt === undefined
  const sync = () =>
    run(async () => putJobs([await send<Job>('POST', 'jobs', { kind: 'sync', into: archive.dir })]))
  return (
    <section className="health" aria-label={text.inStep}>
      <p>
        {last === undefined ? (
          text.neverInStep
        ) : (
          <a href={linkTo({ kind: 'job', job: last.id })}>
            {last.endedAt === undefined
              ? text.bringingInStep
              : text.broughtInStep(format.time(last.endedAt), last.state === 'done')}
          </a>
        )}
      </p>
      <button type="button" disabled={isRunning || isUnderWay} onClick={() => void sync()}>
        {text.bringInStep}
      </button>
      <EveryNight dir={archive.dir} />
      {error !== undefined && <Problem error={error} />}
    </section>
  )
}

function EveryNight({ dir }: { readonly dir: string }) {
  const { library: text } = useText()
  const { data, put } = useGet<SettingsAnswer>('settings')
  const { isRunning, error, run } = useAction()
  if (!data) return null
  const { nightly } = data.settings
  const change = (isWanted: boolean) =>
    run(async () => {
      const others = nightly.filter((each) => each !== dir)
      const settings = { ...data.settings, nightly: isWanted ? [...others, dir] : others }
      put(await send<SettingsAnswer>('PUT', 'settings', { settings }))
    })
  return (
    <>
      <Checkbox
        label={text.everyNight}
        hint={text.everyNightHint}
        checked={nightly.includes(dir)}
        isDisabled={isRunning}
        changed={(isWanted) => void change(isWanted)}
      />
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
