import { describe, expect, it } from 'vitest'
import { devServerOf, registerPage } from '#main/shell/page.ts'
import { refusedSwitches } from '#main/shell/switches.ts'

const refusedOf = (
  argv: readonly string[],
  launch: Partial<Parameters<typeof refusedSwitches>[0]> = {},
): string[] => refusedSwitches({ isPackaged: true, argv, env: {}, platform: 'linux', ...launch })

describe('a packaged terminal', () => {
  it.each([
    'allow-running-insecure-content',
    'disable-features',
    'disable-site-isolation-trials',
    'disable-web-security',
    'gpu-launcher',
    'host-resolver-rules',
    'ignore-certificate-errors',
    'ignore-certificate-errors-spki-list',
    'inspect',
    'inspect-brk',
    'inspect-port',
    'js-flags',
    'load-extension',
    'log-net-log',
    'no-sandbox',
    'proxy-pac-url',
    'proxy-server',
    'remote-debugging-pipe',
    'remote-debugging-port',
    'renderer-cmd-prefix',
    'single-process',
    'ssl-key-log-file',
  ])('does not start with --%s, however it is written', (name) => {
    expect(refusedOf([`--${name}`])).toEqual([name])
    expect(refusedOf([`-${name}=x`])).toEqual([name])
    expect(refusedOf([`/${name}=x`], { platform: 'win32' })).toEqual([name])
    expect(refusedOf(['--', `--${name}`])).toEqual([name])
  })

  it('does not start where a variable has the keys of its connections written down', () => {
    expect(refusedOf([], { env: { SSLKEYLOGFILE: '/tmp/keys' } })).toEqual(['SSLKEYLOGFILE'])
  })

  it('starts with switches of its own, and with what a machine may need', () => {
    const argv = ['--kiosk', '--data-dir', '/srv/terminal', '--site=4711', '--time-zone', 'UTC']
    const engine = ['--ozone-platform=wayland', '--disable-gpu', '--password-store=gnome-libsecret']
    expect(refusedOf([...argv, ...engine])).toEqual([])
  })

  it('takes no page from a variable', () => {
    const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }
    expect(devServerOf({ isPackaged: true }, env)).toBeNull()
  })
})

describe('a terminal under development', () => {
  it('starts with any switch', () => {
    expect(refusedOf(['--inspect'], { isPackaged: false })).toEqual([])
  })

  it('takes its page from the development server of this machine, and of no other', () => {
    const at = (url: string) => devServerOf({ isPackaged: false }, { ELECTRON_RENDERER_URL: url })
    expect(at('http://localhost:5173')).toBe('http://localhost:5173')
    expect(at('http://evil.example/x.html')).toBeNull()
    expect(at('http://localhost@evil.example/')).toBeNull()
    expect(at('')).toBeNull()
    const page = registerPage(
      { registerSchemesAsPrivileged: () => undefined },
      'app://terminal',
      null,
    )
    expect(page).toEqual({
      origin: 'app://terminal',
      url: 'app://terminal/index.html',
      served: true,
    })
  })
})
