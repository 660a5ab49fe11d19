import { describe, expect, it } from 'vitest'
import { findChromium } from '#tools/lib/chromium.ts'
import { hasDisplay } from '#tools/lib/display.ts'
import { packagesFor, parseLdd } from '#tools/setup/libraries.ts'

const LDD = `	linux-vdso.so.1 (0x00007ffd0b7f0000)
	libdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f1)
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
	libgdk-3.so.0 => not found
`

describe('the set-up', () => {
  it("reads from ldd which of a binary's libraries are missing", () => {
    expect(parseLdd(LDD)).toEqual(['libgtk-3.so.0', 'libasound.so.2', 'libgdk-3.so.0'])
  })

  it('asks apt for each package once, by the name that this Debian knows', () => {
    const missing = parseLdd(LDD)
    expect(packagesFor(missing, () => false)).toEqual(['libgtk-3-0', 'libasound2'])
    expect(packagesFor(missing, (name) => name.endsWith('t64'))).toEqual([
      'libgtk-3-0t64',
      'libasound2t64',
    ])
  })

  it('takes the Chromium that it is told, and none when that is no program', () => {
    expect(findChromium({ FORECOURT_CHROMIUM: process.execPath })).toBe(process.execPath)
    expect(findChromium({ FORECOURT_CHROMIUM: '/nowhere/chromium' })).toBeNull()
  })

  it('believes in a display only where windows can be seen', () => {
    expect(hasDisplay({ FORECOURT_HEADLESS: '1', DISPLAY: ':0' })).toBe(false)
    if (process.platform === 'linux') {
      expect(hasDisplay({})).toBe(false)
      expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    }
  })
})
