/** Headers that hold credentials: never handed from one host to another, never written down. */
export const isPrivateHeader = (name: string) =>
  /^(?:authorization|proxy-authorization|cookie|x-api-key)$/i.test(name)
