const cardsOf = (all: HTMLElement) => [...all.querySelectorAll<HTMLElement>('.candidate')]

/** Goes from the candidate that has the focus to the one beside it; from elsewhere to the first or the last. */
export function focusBeside(all: HTMLElement | null, step: -1 | 1): void {
  if (!all) return
  const cards = cardsOf(all)
  const at = cards.findIndex((card) => card.contains(document.activeElement))
  const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step
  cards[next]?.focus()
}

/** Plays or stops the candidate that has the focus; else what plays, else the first that can be heard. */
export function togglePlay(all: HTMLElement | null): void {
  if (!all) return
  const players = [...all.querySelectorAll('audio')]
  const card = cardsOf(all).find((one) => one.contains(document.activeElement))
  const player = card
    ? card.querySelector('audio')
    : (players.find((one) => !one.paused) ?? players[0])
  if (!player) return
  if (player.paused)
    player.play().catch(() => {
      // The player itself says that it cannot.
    })
  else player.pause()
}
