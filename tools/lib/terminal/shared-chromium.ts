import { launchBrowser, type Browser } from '#tools/host/chromium/browser.ts'
import { createProfile } from '#tools/host/chromium/profile.ts'
import { findHeadlessChromium, runsAsRoot } from '#tools/lib/chromium.ts'

/** One headless Chromium for many terminals on the stand-in; started when first asked for. */
export class SharedChromium {
  #running: { browser: Browser; url: Promise<string> } | null = null

  /** The DevTools address for `TerminalLaunch.chromiumUrl`; of a new Chromium if the last one died. */
  url(): Promise<string> {
    this.#running ??= this.#launch()
    return this.#running.url
  }

  async close(): Promise<void> {
    await this.#running?.browser.close()
  }

  #launch(): { browser: Browser; url: Promise<string> } {
    const executable = findHeadlessChromium()
    if (executable === null) throw new Error('Chromium was not found')
    const { promise: url, resolve, reject } = Promise.withResolvers<string>()
    const browser = launchBrowser({
      executable,
      headless: true,
      sandbox: !runsAsRoot(),
      debuggingPort: 0,
      profileDir: createProfile(),
      onDebuggingUrl: resolve,
    })
    void browser.gone.then(() => {
      reject(new Error('Chromium is gone'))
      this.#running = null
    })
    return { browser, url }
  }
}
