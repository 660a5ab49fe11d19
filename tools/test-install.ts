import { installTest } from '#test/package/run.ts'
import { onOff, oneOf, runTool } from '#tools/lib/cli.ts'

await runTool(
  {
    command: 'npm run test:install',
    about: `Installs the packages on a bare Debian (debootstrap, booted by systemd-nspawn), sees the kiosk's session come
and stay, upgrades, goes back, removes. As root on Debian; outside npm test. Pictures: artifacts/install/.`,
    flags: {
      suite: oneOf(['trixie', 'bookworm'], 'which Debian', 'trixie'),
      keep: onOff('leaves the folder of the machine in the temporary directory'),
    },
  },
  installTest,
)
