import type { Dispatcher } from 'undici'

/**
 * The same way to the network, by which `begin` is called when a request has its connection, just before the first byte
 * of it leaves. Where `begin` throws, nothing leaves.
 */
export const beginning = (way: Dispatcher, begin: () => void): Dispatcher =>
  way.compose((dispatch) => (options, handler) => dispatch(options, tellBegin(handler, begin)))

const tellBegin = (
  handler: Dispatcher.DispatchHandler,
  begin: () => void,
): Dispatcher.DispatchHandler => ({
  onRequestStart(...args) {
    begin()
    handler.onRequestStart?.(...args)
  },
  onResponseStart: (...args) => handler.onResponseStart?.(...args),
  onResponseData: (...args) => handler.onResponseData?.(...args),
  onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
  onResponseError: (...args) => handler.onResponseError?.(...args),
})
