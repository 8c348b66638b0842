/** How a manifest writes a path: only these signs are encoded (RFC 8493, 2.1.3). */
export const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
