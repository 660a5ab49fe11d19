// The bridge must be there before the page's first script.
window.bridgeAtStart = typeof window.bridge
