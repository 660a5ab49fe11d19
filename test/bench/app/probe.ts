/** The board as it stood when one frame had been painted. Times in ms since the navigation began. */
export interface BoardFrame {
  atMs: number
  /** Tiles on the page. */
  tiles: number
  /** How many the list says it has; of many only those in view are on the page. */
  listed: number
  /** Tiles in the viewport without a live state, or without a place. */
  waiting: number
  /** Tiles in the viewport whose price is still awaited. */
  priceless: number
}

export interface BoardMarks {
  frames: BoardFrame[]
  /** Tasks over 50 ms since the navigation began: how long each took, in ms. */
  longTasksMs: number[]
  /** Ends the probe, so that it costs nothing from here on. */
  stop: () => void
}

declare global {
  interface Window {
    /** Put there by the probe of the bench. */
    boardMarks?: BoardMarks
  }
}

/**
 * Runs in the page before anything else of it: notes each painted frame in which the board differs
 * from the last. Injected by its source text: it may use nothing from outside of itself.
 */
export function probe(pricePending: string): void {
  const marks: BoardMarks = { frames: [], longTasksMs: [], stop }
  window.boardMarks = marks
  const painted = new MessageChannel()
  let next: BoardFrame | null = null
  let scheduled = false

  const longTasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) marks.longTasksMs.push(duration)
  })
  longTasks.observe({ type: 'longtask', buffered: true })

  const changes = new MutationObserver(() => {
    if (scheduled) return
    scheduled = true
    requestAnimationFrame(look)
  })
  changes.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  })

  function look(): void {
    scheduled = false
    const tiles = [...document.querySelectorAll('.tile, .dense')]
    const inView = tiles.filter((tile) => tile.getBoundingClientRect().top < innerHeight)
    next = {
      atMs: 0,
      tiles: tiles.length,
      listed: Number(document.querySelector('[aria-setsize]')?.ariaSetSize ?? tiles.length),
      waiting: inView.filter(isWaiting).length,
      priceless: inView.filter((tile) => tile.textContent.includes(pricePending)).length,
    }
    // A message comes after the frame is painted.
    painted.port2.postMessage(null)
  }

  function isWaiting(tile: Element): boolean {
    const { width, height } = tile.getBoundingClientRect()
    const isLate = tile.matches('.late') || tile.querySelector('.late') !== null
    return width * height === 0 || isLate || tile.querySelector('[data-icon="question"]') !== null
  }

  painted.port1.onmessage = () => {
    if (next !== null) marks.frames.push({ ...next, atMs: performance.now() })
    next = null
  }

  function stop(): void {
    longTasks.disconnect()
    changes.disconnect()
    painted.port1.close()
  }
}
