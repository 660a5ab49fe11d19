import type { Stage } from '../stage.ts'

/** Starts a charge and shows it, by the commands that the screens use; somebody plugs in by itself. */
export async function startCharge({ page }: Stage): Promise<void> {
  const connectorId = await page.evaluate(async () => {
    const { terminal } = window
    const model = await terminal.invoke('live.model', {})
    if (!model.ok) throw new Error(model.error.message)
    for (const { id, startBlock } of model.value.connectors) {
      if (startBlock !== null) continue
      const offered = await terminal.invoke('charging.options', { connectorId: id })
      const option = offered.ok && offered.value.options.find((one) => one.kind !== 'phone')
      if (!option) continue
      const input = { connectorId: id, optionId: option.id, requestId: crypto.randomUUID() }
      const started = await terminal.invoke('charging.start', input)
      if (started.ok) return id
    }
    throw new Error('No connector can be started')
  })
  await page.evaluate(async (id) => {
    const { terminal } = window
    for (const endMs = performance.now() + 90_000; performance.now() < endMs;) {
      const model = await terminal.invoke('live.model', {})
      const session = model.ok && model.value.sessions.find((one) => one.connectorId === id)
      if (session) {
        await terminal.invoke('live.watch', { sessionId: session.id })
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error('The charge did not begin')
  }, connectorId)
}
