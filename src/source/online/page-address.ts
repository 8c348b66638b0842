/**
 * The parts of the path of a pasted address, decoded; undefined where it is none, or of another host. `www.` and a
 * missing `https://` make no difference.
 */
export function readPageAddress(
  text: string,
  hosts: readonly string[],
): readonly string[] | undefined {
  const typed = text.trim()
  if (typed.length > 2000 || /\s/.test(typed)) return undefined
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!url || !hosts.includes(url.hostname.replace(/^www\./, ''))) return undefined
  try {
    return url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return undefined
  }
}
