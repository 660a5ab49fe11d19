/** The page is read once nothing has changed for this long (ms). */
const QUIET_MS = 150
/** However much changes meanwhile. */
const LATEST_MS = 700

/** Calls `settled` after each change of the page, once it rests. Returns the function that ends it. */
export function watchPage(settled: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let changedAtMs: number | null = null

  function rest(): void {
    changedAtMs = null
    settled()
  }
  function changed(): void {
    const now = performance.now()
    changedAtMs ??= now
    clearTimeout(timer)
    timer = setTimeout(rest, Math.max(0, Math.min(QUIET_MS, changedAtMs + LATEST_MS - now)))
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.body, {
    ...{ childList: true, subtree: true, characterData: true, attributes: true },
    attributeFilter: ['aria-pressed', 'aria-hidden', 'hidden', 'disabled', 'inert'],
  })
  addEventListener('focusin', changed)
  addEventListener('change', changed)
  changed()
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    removeEventListener('focusin', changed)
    removeEventListener('change', changed)
  }
}
