import { app, BrowserWindow, ipcMain, protocol, safeStorage } from 'electron'
import Store from 'electron-store'
import { readFileSync } from 'node:fs'
import path from 'node:path'

// A small app for the host's own tests: it prints what happens and does what its page asks.
const ORIGIN = 'https://terminal.invalid'
const CSP = "default-src 'self'; script-src 'self'"

app.setPath('userData', process.env.FORECOURT_DATA_DIR)
await Promise.resolve()

const say = (...words) => console.log('app', ...words)

function openWindow() {
  const window = new BrowserWindow({
    width: 640,
    height: 480,
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs'), sandbox: true },
  })
  const { webContents } = window
  webContents.on('render-process-gone', (_event, { reason }) => {
    say('gone', reason)
    window.destroy()
    openWindow()
  })
  webContents.on('will-navigate', (event, url) => {
    say('wants', url)
    event.preventDefault()
  })
  webContents.setWindowOpenHandler(({ url }) => {
    say('opens', url)
    return { action: 'deny' }
  })
  window.on('closed', () => say('closed', window.id))
  window.loadURL(`${ORIGIN}/index.html`).then(
    () => say('loaded', window.id),
    (error) => say('failed', error.message),
  )
}

const handlers = {
  double: (value) => ({ doubled: value * 2 }),
  fail: () => Promise.reject(new RangeError('too much')),
  sender: (_value, event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isMainFrame: event.senderFrame.parent === null,
    isOurs: BrowserWindow.fromWebContents(event.sender) !== null,
  }),
  tick: (count, event) => {
    for (let n = 1; n <= count; n++) event.sender.send('tick', { n })
  },
  secret: async (text) => {
    const encrypted = await safeStorage.encryptStringAsync(text)
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted)
    return { hidden: !encrypted.includes(text), result, shouldReEncrypt }
  },
  store: (value) => {
    const store = new Store()
    store.set('value', value)
    return { value: store.get('value'), folder: path.dirname(store.path) }
  },
  print: async (text) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    try {
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(text)}`)
      const pdf = await window.webContents.printToPDF({})
      return { head: pdf.subarray(0, 5).toString('latin1'), bytes: pdf.length }
    } finally {
      window.destroy()
    }
  },
  replace: (_value, event) => {
    BrowserWindow.fromWebContents(event.sender).destroy()
    openWindow()
  },
}

handlers.throw = (message) => {
  setTimeout(() => {
    throw new Error(message)
  })
}

app.on('before-quit', () => say('before-quit'))
app.on('will-quit', () => say('will-quit'))

app.whenReady().then(() => {
  say('ready', app.getName(), app.getVersion(), app.requestSingleInstanceLock())
  protocol.handle('https', async (request) => {
    const name = new URL(request.url).pathname.slice(1)
    const type = name.endsWith('.html') ? 'text/html' : 'text/javascript'
    return new Response(readFileSync(path.join(import.meta.dirname, name)), {
      headers: { 'content-type': type, 'content-security-policy': CSP },
    })
  })
  for (const [name, run] of Object.entries(handlers))
    ipcMain.handle(name, (event, value) => run(value, event))
  openWindow()
})
app.on('window-all-closed', () => undefined)
