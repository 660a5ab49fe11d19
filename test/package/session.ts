import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { copyInto, writeWith } from '#tools/package/files.ts'
import { same, type Checks } from './checks.ts'
import type { Machine } from './machine.ts'

const STAND_IN = 'usr/lib/forecourt-stand-in'
const STATUS = '/var/lib/forecourt/status.json'
/** Whether the machine may be upgraded now. */
const QUIET = '/usr/lib/forecourt-kiosk/quiet'
/** The terminal: not its child that draws, nor what watches it. */
const TERMINAL = 'pgrep -o -u forecourt -f forecourt-stand-in/launch.mjs'

/** Far more than a blank page, or one with an error on it, has in its lower half: above, Chromium tells of full screens. */
const COLOURS_OF_A_BOARD = 200
const PICTURE_LIMIT_MS = 60_000

/** What the container has not: a screen, keyboards, a console. Nothing else of the unit is changed. */
const HEADLESS = `[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
StandardInput=null
UtmpIdentifier=
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
Environment=FORECOURT_DEMO_SITE=hotel FORECOURT_TIME_ZONE=Europe/Vienna
`

/** Puts the stand-in over Debian's Chromium where the placeholder looks for it, and takes the unit's console away. */
export async function placeStandIn({ root, must }: Machine): Promise<void> {
  const at = (...parts: string[]): string => path.join(root, STAND_IN, ...parts)
  mkdirSync(at('tools'), { recursive: true })
  copyInto(process.execPath, at('node'), 0o755)
  for (const each of ['tools/host', 'tools/lib'])
    cpSync(path.join(projectRoot, each), at(each), { recursive: true })
  copyFileSync(path.join(projectRoot, 'package.json'), at('package.json'))
  const fixtures = path.join(import.meta.dirname, 'stand-in')
  copyInto(path.join(fixtures, 'launch.mjs'), at('launch.mjs'))
  copyInto(path.join(fixtures, 'launch.sh'), at('launch'), 0o755)
  writeWith(path.join(root, 'etc/systemd/system/forecourt.service.d/headless.conf'), HEADLESS)
  await must('systemctl daemon-reload')
  await must('apt-get -qq -y --no-install-recommends install chromium grim procps fonts-noto-core')
}

/** The kiosk's own command line on a screen in memory: it comes, is seen, and stays as its exit codes say. */
export async function seeSession(
  { see }: Checks,
  machine: Machine,
  pictures: string,
): Promise<void> {
  const { must, until } = machine
  await see('the kiosk starts under its own unit, and shows the board', async () => {
    await must('systemctl start forecourt.service')
    await until(`grep -q '"state": "ok"' ${STATUS}`)
    await until('journalctl -b -t forecourt -o cat | grep -q "board live"')
    same(await must('ps -o user= -p "$(pgrep -o cage)"'), 'forecourt')
    same(await must(`stat -c '%U %a' ${STATUS}`), 'forecourt 600')
  })
  await see(`a picture from outside shows it (${path.join(pictures, 'board.png')})`, () =>
    takePicture(machine, path.join(pictures, 'board.png')),
  )
  await see('killed, it comes back', async () => {
    const old = await must(TERMINAL)
    await must(`kill -9 ${old}`)
    await until(`test "$(systemctl show -P NRestarts forecourt)" = 1`)
    await until(
      `pid=$(${TERMINAL}) && test "$pid" != ${old} && grep -q "\\"state\\": \\"ok\\"" ${STATUS}`,
    )
    await takePicture(machine, path.join(pictures, 'after-kill.png'))
  })
  await see(
    'upgrades wait for a start; one that tells its health no more is restarted',
    async () => {
      const old = await must(TERMINAL)
      await until(
        'up=$(cut -d. -f1 /proc/uptime); from=$(systemctl show -P ActiveEnterTimestampMonotonic forecourt); test $((up - from / 1000000)) -ge 91',
      )
      await must(`${QUIET} && kill -STOP ${old}`)
      await must(`sed -i 's/"openStarts": 0/"openStarts": 1/' ${STATUS} && ! ${QUIET}`)
      await must(`touch -d '-2 minutes' ${STATUS}`)
      await until(`pid=$(${TERMINAL}) && test "$pid" != ${old} && systemctl is-active -q forecourt`)
      await must('journalctl -b -u forecourt-health -o cat | grep -q "has not told its health"')
    },
  )
  await see('a screen that hangs on its side shows the board upright', async () => {
    await must('apt-get -qq -y --no-install-recommends install wlr-randr')
    await must('echo FORECOURT_ROTATE=90 >> /etc/forecourt/environment')
    await startAfresh(machine)
    await takePicture(machine, path.join(pictures, 'portrait.png'))
    await must("sed -i '/^FORECOURT_ROTATE/d' /etc/forecourt/environment")
    await startAfresh(machine)
  })
  await see('ended in order (0), it stays away', async () => {
    await until(`test -n "$(find ${STATUS} -newermt '-20 seconds')"`)
    await must(`kill -TERM "$(${TERMINAL})"`)
    await until('systemctl show -P SubState forecourt | grep -qx dead')
    same(
      await must('systemctl show -P Result -P ExecMainStatus forecourt | sort | xargs'),
      '0 success',
    )
    same(await must(`grep -o '"running": [a-z]*' ${STATUS}`), '"running": false')
  })
  for (const { code, state } of [
    { code: 2, state: 'failed' },
    { code: 70, state: 'auto-restart' },
    { code: 75, state: 'auto-restart' },
    { code: 1, state: 'auto-restart' },
  ])
    await see(
      `after exit code ${String(code)} it ${state === 'failed' ? 'stays away' : 'comes back'}`,
      async () => {
        await must(
          `echo ${String(code)} > /run/forecourt-test-exit && systemctl restart --no-block forecourt`,
        )
        await until(`systemctl show -P SubState forecourt | grep -qx ${state}`)
        same(await must('systemctl show -P ExecMainStatus forecourt'), String(code))
        await must(
          'systemctl stop forecourt; systemctl reset-failed forecourt; rm /run/forecourt-test-exit',
        )
      },
    )
}

/** Once it has ended: at its end it writes its status, too. */
async function startAfresh({ must, until }: Machine): Promise<void> {
  await must(`systemctl stop forecourt && rm ${STATUS} && systemctl start forecourt`)
  await until(`grep -q '"state": "ok"' ${STATUS}`)
}

/** By grim, as another client of the same compositor; a picture of one colour is no board. */
async function takePicture({ root, must, until }: Machine, file: string): Promise<void> {
  const session = 'XDG_RUNTIME_DIR=/run/user/$(id -u forecourt) WAYLAND_DISPLAY=wayland-0'
  const grim = `runuser -u forecourt -- env ${session} grim`
  const taken = (name: string): Buffer => readFileSync(path.join(root, 'var/tmp', name))
  const beganMs = performance.now()
  await until(`${grim} -t ppm /var/tmp/screen.ppm`)
  while (coloursIn(taken('screen.ppm')) < COLOURS_OF_A_BOARD) {
    if (performance.now() - beganMs > PICTURE_LIMIT_MS) break
    await must(`sleep 1; ${grim} -t ppm /var/tmp/screen.ppm`)
  }
  await must(`${grim} /var/tmp/screen.png`)
  writeWith(file, taken('screen.png'))
  const colours = coloursIn(taken('screen.ppm'))
  if (colours < COLOURS_OF_A_BOARD) throw new Error(`It has ${String(colours)} colours alone.`)
}

/** Of the lower half of a portable pixmap: a head of three lines, then three bytes a pixel. */
function coloursIn(pixmap: Buffer): number {
  let at = 0
  for (let line = 0; line < 3; line++) at = pixmap.indexOf(0x0a, at) + 1
  const colours = new Set<number>()
  const pixels = (pixmap.length - at) / 3
  for (at += Math.floor(pixels / 2) * 3; at + 2 < pixmap.length; at += 3)
    colours.add(pixmap.readUIntBE(at, 3))
  return colours.size
}
