/** A moment to its minute, in UTC: `2026-11-30 14:05`. */
export const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')
