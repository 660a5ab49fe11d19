/** Whether windows can be seen here: a graphical session, unless headless is asked for. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['FORECOURT_HEADLESS'] === '1') return false
  if (process.platform !== 'linux') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}
