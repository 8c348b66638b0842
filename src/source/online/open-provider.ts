import { UnavailableError } from '../../base/http/errors.ts'
import type { OpenProvider, Provider, ProviderMethods } from '../provider.ts'

type Method<Args extends readonly unknown[], Value> = (
  ...args: [...Args, AbortSignal]
) => Promise<Value>

/**
 * A provider for one run, around what it does. It asks nothing once it is stopped or closed, and nothing more
 * once a host has asked for a proof that a person is there: asking again gets the same, and looks like an attack.
 */
export function openProvider<
  Methods extends Partial<ProviderMethods> & Pick<OpenProvider, 'makesAssertions'>,
>({ name, title }: Pick<Provider, 'name' | 'title'>, methods: Methods): OpenProvider & Methods {
  let closed = false
  let challenged: UnavailableError | undefined
  const guard = <Args extends readonly unknown[], Value>(method: Method<Args, Value> | undefined) =>
    method &&
    (async (...args: [...Args, AbortSignal]): Promise<Value> => {
      const signal = args.at(-1) as AbortSignal
      signal.throwIfAborted()
      if (closed) throw new Error(`${title} was closed before it was asked.`)
      if (challenged) throw challenged
      try {
        return await method(...args)
      } catch (error) {
        if (error instanceof UnavailableError && error.reason.code === 'source.challenged')
          challenged = error
        throw error
      }
    })
  const { search, find, lookUp, recognise, cover } = methods
  return {
    ...methods,
    name,
    title,
    needsNetwork: true,
    search: guard(search),
    find: guard(find),
    lookUp: guard(lookUp),
    recognise: guard(recognise),
    cover: guard(cover),
    async [Symbol.asyncDispose]() {
      closed = true
    },
  }
}
