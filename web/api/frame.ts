/** Runs it once: with the next picture, or soon where the page is hidden and draws none. */
export function runInFrame(run: () => void): void {
  const frame = requestAnimationFrame(once)
  const late = setTimeout(once, 1000)
  function once(): void {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    run()
  }
}
