/** Quoted, as headers have it, and without what could end a header. */
export const quoteTag = (tag: string) => `"${tag.replaceAll(/^W\/|[^\x21\x23-\x7e]/g, '')}"`

/** Whether `If-None-Match` names what we have (RFC 9110, 13.1.2: compared weakly). */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((each) => {
    const given = each.trim()
    return given === '*' || given.replace(/^W\//, '') === tag
  })
}
