import { app, BrowserWindow, protocol } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'

// An empty window: the least that the host takes to show anything.
const scheme = 'electron' in process.versions ? 'app' : 'https'
const origin = scheme === 'app' ? 'app://blank' : 'https://blank.invalid'
const types = { '.html': 'text/html', '.js': 'text/javascript' }

app.setPath('userData', process.env.FORECOURT_DATA_DIR)
if (scheme === 'app')
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
await Promise.resolve()

app.whenReady().then(async () => {
  protocol.handle(scheme, (request) => {
    const name = new URL(request.url).pathname.slice(1)
    const type = types[path.extname(name)]
    if (type === undefined) return new Response(null, { status: 404 })
    const content = readFileSync(path.join(import.meta.dirname, path.basename(name)))
    return new Response(content, { headers: { 'content-type': type } })
  })
  const [width, height] = process.env.FORECOURT_WINDOW.split('x').map(Number)
  const window = new BrowserWindow({ width, height, webPreferences: { sandbox: true } })
  await window.loadURL(`${origin}/index.html`)
  console.log('blank loaded')
})
