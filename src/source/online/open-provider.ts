import type { OpenProvider, Provider, ProviderMethods } from '../provider.ts'

type Method<Args extends readonly unknown[], Value> = (
  ...args: [...Args, AbortSignal]
) => Promise<Value>

/** A provider for one run, around what it does. It asks nothing once it is stopped or closed. */
export function openProvider<
  Methods extends Partial<ProviderMethods> & Pick<OpenProvider, 'makesAssertions'>,
>({ name, title }: Pick<Provider, 'name' | 'title'>, methods: Methods): OpenProvider & Methods {
  let closed = false
  const guard = <Args extends readonly unknown[], Value>(method: Method<Args, Value> | undefined) =>
    method &&
    (async (...args: [...Args, AbortSignal]): Promise<Value> => {
      const signal = args.at(-1) as AbortSignal
      signal.throwIfAborted()
      if (closed) throw new Error(`${title} was closed before it was asked.`)
      return method(...args)
    })
  const { search, lookUp, recognise, cover } = methods
  return {
    ...methods,
    name,
    title,
    needsNetwork: true,
    search: guard(search),
    lookUp: guard(lookUp),
    recognise: guard(recognise),
    cover: guard(cover),
    async [Symbol.asyncDispose]() {
      closed = true
    },
  }
}
