import { holds, same, type Checks } from './checks.ts'
import type { Machine } from './machine.ts'
import type { Repository } from './repository.ts'

const PROGRAM = '/opt/Forecourt'

/** A word of each file or folder: its mode, owner, group. */
const rightsOf = (machine: Machine, ...files: string[]): Promise<string> =>
  machine.must(`stat -c '%n %a %U:%G' ${files.join(' ')}`)

/** From the repository over HTTP: refused unsigned, installed by its key, and what came of it. */
export async function seeInstalling(
  { see }: Checks,
  machine: Machine,
  { url }: Repository,
): Promise<void> {
  const { must, sh } = machine
  await see('a repository whose key is not known is refused', async () => {
    await must(`echo 'deb ${url} stable main' > /etc/apt/sources.list.d/forecourt.list`)
    await must('apt-get -qq update 2>&1 | tee /tmp/update; ! apt-cache show forecourt')
    holds(await must('cat /tmp/update'), /is not signed|NO_PUBKEY|Missing key|couldn't be verified/)
  })
  await see(
    'by its key it is taken, and the program is installed with what it depends on',
    async () => {
      await must('apt-get -qq -y --no-install-recommends install curl apparmor desktop-file-utils')
      await must(`curl -sSf ${url}/forecourt.gpg -o /usr/share/keyrings/forecourt.gpg`)
      await must(
        `echo 'deb [signed-by=/usr/share/keyrings/forecourt.gpg] ${url} stable main' > /etc/apt/sources.list.d/forecourt.list`,
      )
      await must('apt-get -qq update && apt-get -qq -y --no-install-recommends install forecourt')
    },
  )
  await see('everything of it is root’s, nobody else can write, one file is setuid', async () => {
    const list = "dpkg -L forecourt | sort -u | grep -v '^/\\.$'"
    same(await must(`${list} | xargs -d '\\n' stat -c '%U:%G' | sort -u`), 'root:root')
    same(await must(`find ${PROGRAM} -perm /022 ! -type l`), '')
    same(await must(`find ${PROGRAM} -perm /6000`), `${PROGRAM}/chrome-sandbox`)
    same(
      await rightsOf(machine, `${PROGRAM}/chrome-sandbox`, `${PROGRAM}/forecourt`),
      `${PROGRAM}/chrome-sandbox 4755 root:root\n${PROGRAM}/forecourt 755 root:root`,
    )
    same(await must('dpkg --verify forecourt'), '')
  })
  await see('the desktop file is right, its icon is there', async () => {
    await must('desktop-file-validate /usr/share/applications/io.forecourt.terminal.desktop')
    await must('test -s /usr/share/icons/hicolor/256x256/apps/io.forecourt.terminal.png')
  })
  await see('AppArmor: the profile is put in place exactly where the parser takes it', async () => {
    const takes = await sh('apparmor_parser -Q -K /usr/share/forecourt/apparmor/forecourt')
    const placed = await sh('test -e /etc/apparmor.d/forecourt')
    same(String(placed.code), String(takes.code === 0 ? 0 : 1))
    console.log(`      (this parser ${takes.code === 0 ? 'takes' : 'does not take'} it)`)
  })
  await see('a front desk’s PC gets no kiosk by it: no user, no unit', async () => {
    same(String((await sh('getent passwd forecourt')).code), '2')
    same(await must("systemctl list-unit-files --no-legend 'forecourt*'; true"), '')
  })
  await see('the kiosk is installed beside it', async () => {
    await must('apt-get -qq -y --no-install-recommends install forecourt-kiosk unattended-upgrades')
    holds(await must('getent passwd forecourt'), /\/var\/lib\/forecourt:\/usr\/sbin\/nologin/)
    const files = ['/var/lib/forecourt', '/etc/forecourt', '/etc/forecourt/environment']
    same(
      await rightsOf(machine, ...files),
      `/var/lib/forecourt 700 forecourt:forecourt\n/etc/forecourt 750 root:forecourt\n/etc/forecourt/environment 640 root:forecourt`,
    )
    same(
      await must('systemctl is-enabled forecourt.service forecourt-health.timer'),
      'enabled\nenabled',
    )
    same(await must('dpkg --verify forecourt-kiosk'), '')
  })
  await see('systemd takes its units without a word', async () => {
    same(await must('systemd-analyze verify forecourt.service forecourt-health.timer 2>&1'), '')
    same(
      await must(
        "systemctl show -P ExecCondition apt-daily-upgrade.service | grep -o 'path=[^ ]*'",
      ),
      'path=/usr/lib/forecourt-kiosk/quiet',
    )
    const rules = '/usr/lib/udev/rules.d/70-forecourt-kiosk.rules'
    await must(`! udevadm verify --help >/dev/null 2>&1 || udevadm verify ${rules}`)
  })
  await see(
    'unattended-upgrades looks for the terminal in this repository, in the night',
    async () => {
      holds(
        await must('unattended-upgrade --dry-run -v 2>&1; true'),
        'origin=Forecourt,label=Forecourt',
      )
      holds(await must('systemctl show -P TimersCalendar apt-daily-upgrade.timer'), '03:45:00')
    },
  )
}
