import { describe, expect, it } from 'vitest'
import { FOR_DEVELOPERS, PASSED_ON } from '#main/settings/engine-switches.ts'
import { readFlags } from '#main/settings/option-flags.ts'
import { devServerOf, registerPage } from '#main/shell/page.ts'
import { refusedSwitches } from '#main/shell/switches.ts'

const refusedOf = (
  argv: readonly string[],
  launch: Partial<Parameters<typeof refusedSwitches>[0]> = {},
): string[] => refusedSwitches({ isPackaged: true, argv, env: {}, platform: 'linux', ...launch })

describe('a packaged terminal', () => {
  it.each([
    ...FOR_DEVELOPERS,
    'disable-features',
    'inspect',
    'inspect-brk',
    'inspect-port',
    'anything-else',
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

  it.each(PASSED_ON)('passes --%s on', (name) => {
    expect(refusedOf([`--${name}=x`])).toEqual([])
    expect(readFlags([`--${name}=x`, '--kiosk'])).toMatchObject({ problems: [] })
  })

  it('takes no page from a variable', () => {
    const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }
    expect(devServerOf({ isPackaged: true }, env)).toBeNull()
  })
})

describe('a terminal under development', () => {
  it.each(FOR_DEVELOPERS)('leaves --%s to the engine', (name) => {
    expect(readFlags([`--${name}=x`])).toEqual({ given: [], words: [], problems: [] })
  })

  it('knows a switch that nobody has', () => {
    expect(readFlags(['--proxi-server=x']).problems).toHaveLength(1)
  })

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
