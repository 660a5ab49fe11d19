import { findChromium, findHeadlessChromium } from '#tools/lib/chromium.ts'
import { distribution, installDebianPackages, isDebianRoot } from './debian.ts'

const PACKAGES = ['chromium', 'chromium-sandbox', 'fonts-dejavu-core']
const HEADLESS = 'chromium-headless-shell'

const ADVICE: Record<string, string> = {
  debian: 'Run "apt-get install chromium" as root.',
  ubuntu: 'Install Google Chrome (google.com/chrome): Ubuntu has Chromium as a snap only.',
  fedora: 'Run "sudo dnf install chromium".',
  arch: 'Run "sudo pacman -S chromium".',
}

/** Brings Chromium where that is ours to do. Returns what is missing in one sentence, or null. */
export function ensureChromium(): string | null {
  if (isDebianRoot()) {
    console.log('Installing Chromium for the stand-in host (apt-get) …')
    if (installDebianPackages([...PACKAGES, HEADLESS]) && findChromium() !== null) return null
    return 'Chromium could not be installed: see the message of apt-get above.'
  }
  const advice = ADVICE[distribution()] ?? 'Install Chromium or Google Chrome.'
  return `Chromium is missing. ${advice} FORECOURT_CHROMIUM may name its path.`
}

/** The tests run in half the time on it; without it they run on the whole Chromium. */
export function addHeadlessChromium(): void {
  if (!isDebianRoot() || findHeadlessChromium() !== findChromium()) return
  if (process.env['FORECOURT_CHROMIUM'] !== undefined) return
  console.log('Adding the Chromium without windows, for the tests (apt-get) …')
  if (!installDebianPackages([HEADLESS])) console.log('It could not be had: the tests take longer.')
}
