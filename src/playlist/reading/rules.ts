/**
 * True for a smart list of Navidrome's (`.nsp`, https://www.navidrome.org/docs/usage/smartplaylists/) or Kodi's (`.xsp`): it
 * holds rules by which the server picks tracks, and no tracks.
 */
export const isRulesAlone = (text: string): boolean =>
  /^\s{0,9}(?:<\?xml[^>]{0,200}>\s{0,9})?<smartplaylist[\s>]/i.test(text) ||
  (/^\s{0,9}\{/.test(text) &&
    /"(?:all|any)"\s*:\s*\[\s*\{\s*"(?:is(?:Not)?|gt|lt|contains|notContains|startsWith|endsWith|inTheRange|before|after|inTheLast|notInTheLast|inPlaylist|notInPlaylist|all|any)"\s*:/i.test(
      text.slice(0, 64 * 1024),
    ))
