import type { Container } from './container.ts'

/** The kinds of file that are read here, by a file each; the first that recognises the content reads it. */
export const containers: readonly Container[] = []
