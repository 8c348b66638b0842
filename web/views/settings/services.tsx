import { useState } from 'react'
import type { Finding as Found, ServiceInfo } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useText } from '../../text/text.ts'
import { Finding } from './finding.tsx'

const states: Readonly<Record<ServiceInfo['status'], Found['state']>> = {
  works: 'good',
  'needs-key': 'note',
  refused: 'bad',
  unreachable: 'bad',
  'other-shape': 'bad',
}

/** Whether each service works from here. Nothing is asked before the button is pressed. */
export function Services() {
  const text = useText().settings
  const [services, setServices] = useState<readonly ServiceInfo[]>()
  const { isRunning, error, run } = useAction()
  const ask = () =>
    run(async () => {
      const answer = await send<{ services: readonly ServiceInfo[] }>('POST', 'doctor/services')
      setServices(answer.services)
    })
  return (
    <section aria-labelledby="services">
      <h2 id="services">{text.services}</h2>
      <p>{text.servicesLong}</p>
      {error !== undefined && <Problem error={error} retry={() => void ask()} />}
      {services && (
        <ul className="findings plain-list">
          {services.map((service) => (
            <li key={service.name}>
              <ServiceText of={service} />
            </li>
          ))}
        </ul>
      )}
      <button type="button" disabled={isRunning} onClick={() => void ask()}>
        {services ? text.askAgain : text.askServices}
      </button>
      <p role="status" className="soft">
        {isRunning
          ? text.asking
          : services
            ? text.working(countWorking(services), services.length)
            : ''}
      </p>
    </section>
  )
}

const countWorking = (services: readonly ServiceInfo[]) =>
  services.filter(({ status }) => status === 'works').length

function ServiceText({ of: service }: { readonly of: ServiceInfo }) {
  const { title, status, text: found, advice, report } = service
  const text = useText().settings
  return (
    <Finding
      state={states[status]}
      label={text.statuses[status]}
      title={title}
      text={found}
      advice={advice}
    >
      {report && (
        <button type="button" className="quiet" onClick={() => saveFile(report)}>
          {text.saveReport}
          <span className="sr"> {title}</span>
        </button>
      )}
    </Finding>
  )
}

/** Hands a text to the browser as a file. */
function saveFile({ file, text }: { readonly file: string; readonly text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `songkeep-${file}`
  link.click()
  URL.revokeObjectURL(url)
}
