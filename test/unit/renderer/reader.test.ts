// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { aFailure, aModel, anInfo, aStart, FakeBridge, type Answers } from './fakes.ts'
import { closeApp, loadScreens, openApp, sees, tap } from './on-screen.ts'

const TAG = '04A2FF61B2C380'
const READER_MS = 8

let bridge: FakeBridge
let atMs: number

async function open(answers: Answers = {}, reader = true, model = aModel()): Promise<void> {
  bridge = new FakeBridge(answers)
  await openApp(bridge, model, { guest: { ...anInfo().guest, reader } })
}

function press(key: string, everyMs: number): void {
  atMs += everyMs
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: atMs })
  const target = document.activeElement ?? document.body
  target.dispatchEvent(event)
}
function scan(code: string): void {
  atMs += 1000
  for (const key of [...Array.from(code), 'Enter']) press(key, READER_MS)
}

beforeAll(loadScreens, 60_000)
beforeEach(() => {
  atMs = 1000
})
afterEach(closeApp)

describe('a card at the reader', () => {
  const started = { ok: true, value: { effect: 'started', startId: 'start1' } } as const

  it('starts at the plug that is shown', async () => {
    await open(
      { 'reader.scan': () => started },
      true,
      aModel({ starts: [aStart({ kind: 'rfid' })] }),
    )
    await tap(/^Start here – Plug 1$/)
    await sees('Start charging')
    scan(TAG)
    await sees('Plug in now')
    expect(bridge.inputsOf('reader.scan')).toMatchObject([{ tag: TAG, connectorId: 'c1' }])
  })

  it('opens the start that it began, from the board', async () => {
    const claimed = { ok: true, value: { effect: 'claimed', startId: 'start1' } } as const
    await open(
      { 'reader.scan': () => claimed },
      true,
      aModel({ starts: [aStart({ kind: 'rfid' })] }),
    )
    scan(TAG)
    await sees('Plug in now')
    expect(bridge.inputsOf('reader.scan')).toMatchObject([{ connectorId: null }])
  })

  it('that has no charge here is told so, with what to do', async () => {
    await open({ 'reader.scan': () => ({ ok: true, value: { effect: 'unknown' } }) })
    scan(TAG)
    await sees('No charge here belongs to this card.')
    await sees('first touch your plug')
    await vi.advanceTimersByTimeAsync(11_000)
    expect(document.body.textContent).not.toContain('No charge here belongs to this card.')
  })

  it('leaves its notice to any touch: one beside it also does what it was meant to do', async () => {
    await open({ 'reader.scan': () => ({ ok: true, value: { effect: 'unknown' } }) })
    scan(TAG)
    await sees('No charge here belongs to this card.')
    await tap(/^Close$/)
    expect(document.body.textContent).not.toContain('No charge here belongs to this card.')

    scan(TAG)
    await sees('No charge here belongs to this card.')
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    await tap(/^Start here – Plug 1$/)
    await sees('Start charging')
    expect(document.body.textContent).not.toContain('No charge here belongs to this card.')
  })

  it('that is refused is told so in words', async () => {
    await open({ 'reader.scan': () => ({ ok: false, error: aFailure('offline') }) })
    scan(TAG)
    await vi.waitFor(() => {
      expect(document.querySelector('.reader')?.textContent.trim()).not.toBe('')
    })
  })

  it('is never shown, and never kept on the page', async () => {
    await open({ 'reader.scan': () => ({ ok: true, value: { effect: 'unknown' } }) })
    scan(TAG)
    await sees('No charge here belongs to this card.')
    expect(document.documentElement.outerHTML).not.toContain(TAG)
  })

  it('never lands in a field', async () => {
    await open({ 'reader.scan': () => ({ ok: true, value: { effect: 'unknown' } }) })
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    const heard = vi.fn()
    field.addEventListener('keydown', heard)
    scan(TAG)
    await vi.advanceTimersByTimeAsync(500)
    expect(field.value).toBe('')
    expect(heard).not.toHaveBeenCalled()
  })

  it('leads nowhere when the guest has gone elsewhere meanwhile', async () => {
    const answer = Promise.withResolvers<typeof started>()
    await open({ 'reader.scan': () => answer.promise }, true, aModel({ starts: [aStart()] }))
    await tap(/^Start here – Plug 1$/)
    await sees('Start charging')
    scan(TAG)
    await tap(/^Back$/)
    answer.resolve(started)
    await vi.advanceTimersByTimeAsync(100)
    expect(document.body.textContent).toContain('plugs free')
  })

  it('is asked once, however many scans follow before the answer', async () => {
    const answer = Promise.withResolvers<typeof started>()
    await open({ 'reader.scan': () => answer.promise })
    for (let scans = 0; scans < 50; scans += 1) scan(TAG)
    expect(bridge.inputsOf('reader.scan')).toHaveLength(1)
  })
})

describe('a station’s code at the reader', () => {
  it('opens its plug', async () => {
    await open({ 'site.find': () => ({ ok: true, value: { connectorId: 'c3' } }) })
    scan('https://charge.example/AT*HTB*E1003*1')
    await sees('Plug 3')
    await sees('Start charging')
    expect(bridge.inputsOf('site.find')).toEqual([{ evseId: 'AT*HTB*E1003*1' }])
    expect(bridge.inputsOf('reader.scan')).toEqual([])
  })

  it('from another site is told so', async () => {
    await open({ 'site.find': () => ({ ok: true, value: { connectorId: null } }) })
    scan('DE*ABC*E1*1')
    await sees('This code is not from a station of this site.')
  })

  it('is nothing to start with when it is any web address', async () => {
    await open()
    scan('https://example.com/menu')
    await sees('This code is not from a station of this site.')
    expect(bridge.inputsOf('reader.scan')).toEqual([])
  })
})

describe('a person at the keyboard', () => {
  it('still writes into a field, in order', async () => {
    await open()
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    for (const key of '214') {
      await vi.advanceTimersByTimeAsync(90)
      press(key, 90)
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(field.value).toBe('214')
  })

  it('is all there is where no reader is attached', async () => {
    await open({}, false)
    scan(TAG)
    await vi.advanceTimersByTimeAsync(500)
    expect(bridge.inputsOf('reader.scan')).toEqual([])
  })
})
