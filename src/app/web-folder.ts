import { join } from 'node:path'

/** Where the built page lies, in a checkout and in the published package. */
export const findWebFolder = () => join(import.meta.dirname, '../../dist/web')
