import { holds, same, type Checks } from './checks.ts'
import type { Machine } from './machine.ts'
import type { Repository } from './repository.ts'

const BOTH = 'forecourt forecourt-kiosk'
const VERSIONS = `dpkg-query -W -f '\${Version} ' ${BOTH}`
const STATUS = '/var/lib/forecourt/status.json'

/** From one version to the next with the data kept, back only by will, and away. */
export async function seeUpdating(
  { see }: Checks,
  machine: Machine,
  repository: Repository,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { must, sh, until } = machine
  await see(
    `upgraded from ${from} to ${to} over HTTP while it runs: data kept, running again`,
    async () => {
      await must('systemctl start forecourt.service')
      await until(`grep -q '"running": true' ${STATUS}`)
      await must(
        'echo kept > /var/lib/forecourt/a-file && chown forecourt: /var/lib/forecourt/a-file',
      )
      await must('echo SITE=1 >> /etc/forecourt/environment')
      await repository.publish(to)
      await must('apt-get -qq update && apt-get -qq -y upgrade')
      same(await must(VERSIONS), `${to} ${to}`)
      await until(`grep -q '"version": "${to}"' ${STATUS} && grep -q '"running": true' ${STATUS}`)
      same(
        await must('cat /var/lib/forecourt/a-file; tail -1 /etc/forecourt/environment'),
        'kept\nSITE=1',
      )
      same(await must('ls /var/backups/forecourt'), `${from}.tar.gz`)
    },
  )
  await see('a downgrade is refused in words, and changes nothing', async () => {
    const refused = await sh(
      `apt-get -y --allow-downgrades install forecourt=${from} forecourt-kiosk=${from} 2>&1`,
    )
    if (refused.code === 0) throw new Error('It was done.')
    holds(refused.text, `Forecourt ${to} is installed and is not replaced by the older ${from}`)
    same(await must(VERSIONS), `${to} ${to}`)
    same(await must('systemctl is-active forecourt; dpkg --audit'), 'active')
  })
  await see('going back by the page’s own commands brings the data of that time', async () => {
    const commands = await must("sed -n 's/^    //p' /usr/share/doc/forecourt/going-back")
    await must('rm /var/lib/forecourt/a-file && echo newer > /var/lib/forecourt/a-newer-file')
    await must(commands.replaceAll('OLD', from).replaceAll('apt install', 'apt-get -qq -y install'))
    same(await must(VERSIONS), `${from} ${from}`)
    same(
      await must(
        'cat /var/lib/forecourt/a-file; ls /var/lib/forecourt/a-newer-file 2>/dev/null; true',
      ),
      'kept',
    )
    await until(`grep -q '"version": "${from}"' ${STATUS} && grep -q '"running": true' ${STATUS}`)
  })
  await see(
    'removed: the program and the session are gone, data and configuration stay',
    async () => {
      await must(`apt-mark unhold ${BOTH} && apt-get -qq -y remove ${BOTH}`)
      same(
        await must(
          'systemctl is-active forecourt; ls -d /opt/Forecourt 2>/dev/null; pgrep -u forecourt cage; true',
        ),
        'inactive',
      )
      await must('test -e /var/lib/forecourt/a-file && test -e /etc/forecourt/environment')
      same(await must('find /etc/systemd/system -name "forecourt*" -type l'), '')
      await must('test ! -e /etc/apparmor.d/forecourt')
    },
  )
  await see('purged: nothing of it is left but its user', async () => {
    await must(`apt-get -qq -y purge ${BOTH}`)
    const left = await must(
      'find / -xdev -path /proc -prune -o -iname "*forecourt*" -print | grep -Ev "^/(usr/lib/forecourt-stand-in|usr/share/keyrings|etc/apt/sources|etc/systemd/system/forecourt.service.d|var/lib/apt|var/cache|var/log|run|tmp|sys)"; true',
    )
    same(left, '')
  })
}
