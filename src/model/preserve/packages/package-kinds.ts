/** The kinds of packages that `songkeep pack --as` makes, in the order of the help. */
export const packageKinds = ['bagit', 'ocfl', 'ro-crate', 'torrent', 'metadata'] as const

export type PackageKind = (typeof packageKinds)[number]
