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
  await page.waitForFunction(
    async (id) => {
      const model = await window.terminal.invoke('live.model', {})
      if (!model.ok) return false
      const session = model.value.sessions.find((one) => one.connectorId === id)
      if (session === undefined) return false
      await window.terminal.invoke('live.watch', { sessionId: session.id })
      return model.value.starts.every(({ connectorId: at }) => at !== id)
    },
    connectorId,
    { polling: 1000, timeout: 90_000 },
  )
}
