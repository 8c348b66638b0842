import { providers } from '../../source/all.ts'
import { askProbe } from '../../source/online/ask-probe.ts'
import { findMissingField } from '../../source/online/missing-field.ts'
import type { Probe, Provider } from '../../source/provider.ts'
import type { Environment } from '../environment.ts'
import type { Service } from './service.ts'

/** Every provider that asks a host, by its probe. */
export const listProviderServices = (environment: Environment, today: string): readonly Service[] =>
  providers.flatMap((provider) => {
    const { probe } = provider
    return probe ? [makeService(provider, probe, environment, today)] : []
  })

function makeService(
  provider: Provider,
  probe: Probe,
  { keys = {} }: Environment,
  today: string,
): Service {
  const { name, title, hosts, key } = provider
  return {
    name,
    title,
    hosts,
    key,
    mayFindNothing: probe.mayFindNothing,
    async ask(http, signal) {
      // Without a budget nothing is asked that may be asked for a few times a day only.
      await using opened = provider.open({ http, today, key: key && keys[key.variable] })
      return await askProbe(opened, probe, signal)
    },
    findMissing: (path, body) => findMissing(probe, path, body),
  }
}

function findMissing({ fields, mend }: Probe, path: string, body: Uint8Array): string | undefined {
  const [kind] = Object.keys(fields)
    .filter((each) => path.startsWith(each))
    .toSorted((one, other) => other.length - one.length)
  if (kind === undefined) return undefined
  const text = new TextDecoder().decode(body)
  try {
    return findMissingField(JSON.parse(mend?.(text) ?? text), fields[kind] ?? [])
  } catch {
    // What is no JSON the provider has refused already.
    return undefined
  }
}
