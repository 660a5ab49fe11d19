import { describe, expect, it } from 'vitest'
import type { ProxyConfig } from 'electron'
import { createFetch, type Network } from '#main/shell/fetch.ts'

type Answer = () => Promise<Response>

/** Chromium's network: what is done on which session, in order. */
function createNetwork(answer: Answer = () => Promise.resolve(new Response('done'))) {
  const done: string[] = []
  const line = (name: string) => ({
    fetch: () => {
      done.push(`${name} sends`)
      return answer()
    },
    closeAllConnections: () => {
      done.push(`${name} closes`)
      return Promise.resolve()
    },
    setProxy: (proxy: ProxyConfig) => {
      done.push(`${name} by ${JSON.stringify(proxy)}`)
      return Promise.resolve()
    },
  })
  const { fetch, setProxy }: Network = createFetch({
    net: { fetch: line('default').fetch },
    session: { fromPartition: line, defaultSession: line('default') },
    app: {
      commandLine: { appendSwitch: (name) => done.push(name) },
      setProxy: line('app').setProxy,
    },
  })
  return { fetch, setProxy, done }
}

const url = 'https://platform.example/graphql/'

describe('the way to the network', () => {
  it('has no QUIC, which repeats what failed', () => {
    expect(createNetwork().done).toEqual(['disable-quic'])
  })

  it('goes by the proxy everywhere, before anything is sent there', async () => {
    const { fetch, setProxy, done } = createNetwork()
    await setProxy({ proxyRules: 'http://proxy:3128' })
    await fetch(url, { method: 'POST' })
    const first = await fetch(url, { once: true })
    await fetch(url, { once: true })
    await first.text()
    const by = 'by {"proxyRules":"http://proxy:3128"}'
    expect(done.slice(1)).toEqual([
      ...[`default ${by}`, `app ${by}`, 'default sends'],
      ...[`once-1 ${by}`, 'once-1 closes', 'once-1 sends'],
      ...[`once-2 ${by}`, 'once-2 closes', 'once-2 sends'],
    ])
  })

  it('is as the system says without one', async () => {
    const { fetch, setProxy, done } = createNetwork()
    await setProxy(null)
    await fetch(url, { once: true })
    expect(done.slice(1)).toEqual(['once-1 closes', 'once-1 sends'])
  })

  it('shares the connections of the default session among questions', async () => {
    const { fetch, done } = createNetwork()
    await fetch(url, { method: 'POST' })
    expect(done.slice(1)).toEqual(['default sends'])
  })

  it('sends what is sent once by a session whose connections were closed before', async () => {
    const { fetch, done } = createNetwork()
    for (let turn = 0; turn < 2; turn++) {
      const response = await fetch(url, { method: 'POST', once: true })
      expect(await response.text()).toBe('done')
    }
    const turn = ['once-1 closes', 'once-1 sends']
    expect(done.slice(1)).toEqual([...turn, ...turn])
  })

  it('closes no connection that waits for an answer', async () => {
    const { fetch, done } = createNetwork()
    const first = await fetch(url, { once: true })
    await fetch(url, { once: true })
    expect(done.slice(1)).toEqual([
      'once-1 closes',
      'once-1 sends',
      'once-2 closes',
      'once-2 sends',
    ])
    expect(await first.text()).toBe('done')
  })

  it('uses a session again whose answer failed, was broken off or was empty', async () => {
    const answers: Answer[] = [
      () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')),
      () => Promise.resolve(new Response('half')),
      () => Promise.resolve(new Response(null, { status: 204 })),
      () => Promise.resolve(new Response('done')),
    ]
    const { fetch, done } = createNetwork(() => answers.shift()?.() ?? Promise.reject(new Error()))
    await expect(fetch(url, { once: true })).rejects.toThrow('ERR_CONNECTION_RESET')
    await (await fetch(url, { once: true })).body?.cancel()
    expect((await fetch(url, { once: true })).status).toBe(204)
    await fetch(url, { once: true })
    expect(done.filter((each) => each === 'once-1 sends')).toHaveLength(4)
  })
})
