/** What this browser remembers of the reader's choices; a browser that forbids it forgets. */
export function recall(what: string): string | null {
  try {
    return localStorage.getItem(`songkeep-${what}`)
  } catch {
    return null
  }
}

export function remember(what: string, value: string): void {
  try {
    localStorage.setItem(`songkeep-${what}`, value)
  } catch {
    // Forbidden: the choice holds until the page is left.
  }
}
