// A message comes after the frame is painted.
const painted = new MessageChannel()
painted.port1.onmessage = () => {
  document.body.dataset.paintedAtMs = String(performance.now())
}
requestAnimationFrame(() => painted.port2.postMessage(null))
