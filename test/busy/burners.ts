import { spawn } from 'node:child_process'

/** Wants a processor all the time; ends with the process that started it. */
const BURN = `
  process.on('disconnect', () => process.exit())
  const burn = () => {
    for (const endMs = performance.now() + 100; performance.now() < endMs;);
    setImmediate(burn)
  }
  burn()`

/** Starts so many busy processes; what it returns ends them. */
export function startBurners(count: number): () => void {
  const burners = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', BURN], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  return () => {
    for (const burner of burners) burner.kill()
  }
}
