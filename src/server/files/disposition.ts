/** `Content-Disposition` for a file of any name (RFC 6266, with the name a second time by RFC 8187). */
export function dispose(how: 'inline' | 'attachment', name: string): string {
  const clean =
    name
      .slice(0, 500)
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .replaceAll(/[/\\]/g, '_') || 'file'
  const plain = clean.replaceAll(/[^\x20-\x7e]|["%]/gu, '_')
  const exact = encodeURIComponent(clean).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`
}
