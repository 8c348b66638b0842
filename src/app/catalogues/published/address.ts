import { resolve } from 'node:path'

/** Not a path, but where a catalogue is published: `s3://bucket/prefix`, or a web server's address. */
export const isAddress = (text: string): boolean => /^(?:s3|https?):\/\//i.test(text)

/** A folder by its whole path, an address as it stands: how a catalogue is written down for later runs. */
export const wholeCatalogue = (named: string): string => (isAddress(named) ? named : resolve(named))
