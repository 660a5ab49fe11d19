import { app, BrowserWindow } from 'electron'

// A window that shows a page of the bench's own server, on the same host as the terminal.
app.setPath('userData', process.env.FORECOURT_DATA_DIR)
await Promise.resolve()

app.whenReady().then(async () => {
  const [width, height] = process.env.FORECOURT_WINDOW.split('x').map(Number)
  const window = new BrowserWindow({ width, height, webPreferences: { sandbox: true } })
  await window.loadURL(process.env.FORECOURT_ENDPOINT)
  console.log('naive loaded')
})
