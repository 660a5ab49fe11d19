const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bridge', {
  sandboxed: process.sandboxed,
  invoke: (name, value) => ipcRenderer.invoke(name, value),
  on: (name, listener) => {
    const run = (_event, value) => listener(value)
    ipcRenderer.on(name, run)
    return () => ipcRenderer.off(name, run)
  },
  callTwice: (callback) => [callback(1), callback(2)],
})
