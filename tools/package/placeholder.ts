import { rmSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { electronFacts } from '#tools/lib/electron.ts'
import { writeWith } from './files.ts'

/** What Electron's binary has in front of its fuses, its version of the wire, and how many there are. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE = `\u0001\u0009${'1'.repeat(9)}`

/** Where a stand-in lies that is to be run in Electron's place (`npm run test:install`). */
const STAND_IN = '/usr/lib/forecourt-stand-in/launch'

const SCRIPT = `#!/bin/sh
# Takes Electron's place in a package that is made to look at the package alone.
if [ -x ${STAND_IN} ]; then exec ${STAND_IN} "$@"; fi
echo 'This package was made with --electron placeholder: there is no Electron in it.' >&2
exit 69
${SENTINEL}${WIRE}
`

/**
 * Makes a folder that looks like Electron's: a binary with a wire of nine fuses, its helpers, its licences.
 * It makes the same package as Electron does, but shows nothing.
 */
export async function makePlaceholder(folder: string): Promise<void> {
  const put = (name: string, text: string, mode?: number): void => {
    writeWith(path.join(folder, name), text, mode)
  }
  put('electron', SCRIPT, 0o755)
  put('chrome-sandbox', '#!/bin/sh\nexit 69\n', 0o755)
  put('chrome_crashpad_handler', '#!/bin/sh\nexit 69\n', 0o755)
  put('version', electronFacts().version)
  put('LICENSE', 'The licence of Electron lies here.\n')
  put('LICENSES.chromium.html', '<p>The licences of Chromium lie here.</p>\n')
  put('locales/en-US.pak', '')
  put('default/main.js', '')
  await createPackage(path.join(folder, 'default'), path.join(folder, 'resources/default_app.asar'))
  rmSync(path.join(folder, 'default'), { recursive: true })
}
