import type { Environment } from './environment.ts'

/** What a User-Agent may hold within its brackets (RFC 9110, 5.6.5), and a header of one line. */
const PRINTABLE = /^[ -'*-~]{5,200}$/

/** An e-mail address, or the address of a page. */
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]|https?:\/\/\S/

/** Whether whoever runs a host could reach the user by it. */
export const isContact = (text: string): boolean => PRINTABLE.test(text) && ADDRESS.test(text)

/** How hosts are told to reach the user: undefined where nothing is set, or nothing that could be used. */
export const contactOf = ({ contact }: Environment): string | undefined =>
  contact !== undefined && isContact(contact) ? contact : undefined
