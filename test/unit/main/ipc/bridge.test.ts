import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '#contract/bridge.ts'
import { createEmit, openBridge } from '#main/ipc/bridge.ts'
import { createQuietLog } from '../support/quiet-log.ts'

type Listener = (event: IpcMainInvokeEvent, message: unknown) => unknown

const origin = 'app://terminal'
const ours = { isDestroyed: () => false } as unknown as WebContents

function openTestBridge() {
  let channel = ''
  let listener: Listener = () => undefined
  const asked: unknown[] = []
  const ipcMain = {
    handle: (name: string, handler: Listener) => {
      channel = name
      listener = handler
    },
  }
  const parts = { ipcMain, rendererOrigin: origin, contents: () => ours, log: createQuietLog() }
  openBridge(parts, (name, input) => {
    asked.push([name, input])
    return Promise.resolve({ ok: true, value: null })
  })
  const invoke = (event: unknown, message: unknown): unknown =>
    listener(event as IpcMainInvokeEvent, message)
  return { channel, invoke, asked }
}

const mainFrame = { parent: null, url: `${origin}/index.html#/board` }

describe('the bridge', () => {
  it('hands on what the main frame of our window sends on the one channel', async () => {
    const { channel, invoke, asked } = openTestBridge()
    expect(channel).toBe(COMMAND_CHANNEL)
    const event = { sender: ours, senderFrame: mainFrame }
    expect(await invoke(event, ['terminal.info', {}])).toEqual({ ok: true, value: null })
    expect(asked).toEqual([['terminal.info', {}]])
  })

  it.each([
    ['another window', { sender: {}, senderFrame: mainFrame }],
    ['a frame inside the page', { sender: ours, senderFrame: { ...mainFrame, parent: {} } }],
    ['a frame that has gone', { sender: ours, senderFrame: null }],
    [
      'another origin',
      { sender: ours, senderFrame: { parent: null, url: 'https://evil.example/' } },
    ],
    [
      'an origin that only begins like ours',
      { sender: ours, senderFrame: { parent: null, url: 'app://terminal.evil/' } },
    ],
    ['a blank page', { sender: ours, senderFrame: { parent: null, url: 'about:blank' } }],
  ])('refuses %s', async (_name, event) => {
    const { invoke, asked } = openTestBridge()
    const answer = await invoke(event, ['terminal.info', {}])
    expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-sender' } })
    expect(asked).toEqual([])
  })

  it.each([[undefined], [null], ['terminal.info'], [{}]])(
    'lives with a message like %j',
    async (message) => {
      const { invoke, asked } = openTestBridge()
      await invoke({ sender: ours, senderFrame: mainFrame }, message)
      expect(asked).toEqual([[undefined, undefined]])
    },
  )

  it('pushes events as name and payload, and nowhere without a window', () => {
    const sent: unknown[] = []
    const contents = {
      isDestroyed: () => false,
      send: (...args: unknown[]) => sent.push(args),
    } as unknown as WebContents
    const closed = { isDestroyed: () => true } as unknown as WebContents
    createEmit(() => contents)('probe', { probe: 1 })
    createEmit(() => null)('probe', { probe: 2 })
    createEmit(() => closed)('probe', { probe: 3 })
    expect(sent).toEqual([[EVENT_CHANNEL, ['probe', { probe: 1 }]]])
  })
})
