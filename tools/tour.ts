import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pageOf } from '#tools/gallery/page.ts'
import { galleryFolder, galleryPage, readGallery } from '#tools/gallery/pictures.ts'
import { anyText, number, onOff, oneOf, runTool } from '#tools/lib/cli.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { runProgram } from '#tools/lib/program.ts'

const DEFAULT_FLOW = 'main-job'
/** Each is `test/tour/<name>.spec.ts`. */
const flows = {
  [DEFAULT_FLOW]: 'a house card from the board to the receipt, and what a guest may meet besides',
  'pay-by-phone': 'an amount held on the guest’s phone',
  rfid: 'the guest’s own card at the reader',
  package: 'a package with its price and time',
  target: 'a charge that stops at an energy',
  screens: 'every screen that a guest may see, one picture each',
  desk: 'every section of the front desk, at two sizes, light and dark',
  free: 'a plug that is free of charge',
  gallery: 'every screen in every size and mode, as one page: artifacts/gallery/index.html',
}
const stories = Object.entries(flows).map(([name, about]) => `${name.padEnd(13)} ${about}`)

await runTool(
  {
    command: 'npm run tour',
    about: `Drives a guest's story at a demo site, step by step. Every step is checked and leaves a picture
in artifacts/tour/ (other flows: artifacts/tour-<name>/); the first thing that does not hold ends the
tour with exit code 1.`,
    flags: {
      flow: oneOf(Object.keys(flows), ['the story to play', ...stories].join('\n'), DEFAULT_FLOW),
      pace: number('S', 'seconds to wait after each step, to follow it on a display', 0, {
        ...{ min: 0, max: 60, isFraction: true },
      }),
      show: onOff('in a window on this display, and the main job alone'),
      only: anyText('SCREEN', 'gallery: this screen alone, or those whose names begin so: board'),
      languages: anyText('LIST', 'gallery: such as en,el or longest; default: en,de'),
    },
  },
  ({ flow, pace, show, only, languages }) =>
    flow === 'gallery'
      ? hang(only ?? '', languages ?? 'en,de')
      : play(flow, { pauseMs: pace * 1000, isShown: show }),
)

function play(flow: string, { pauseMs, isShown }: { pauseMs: number; isShown: boolean }): boolean {
  const pictures = `artifacts/${flow === DEFAULT_FLOW ? 'tour' : `tour-${flow}`}`
  const config = ['--config', 'playwright.tour.config.ts', '--output', pictures]
  const holds = runProgram('playwright', ['test', ...config, `${flow}.spec.ts`], {
    FORECOURT_TOUR_PAUSE_MS: String(pauseMs),
    FORECOURT_TOUR_SHOWN: isShown ? '1' : '0',
  })
  console.log(`Pictures are in ${pictures}/`)
  return holds
}

/** Makes the gallery; with `only`, the other pictures stay as they are. */
function hang(only: string, languages: string): boolean {
  if (only === '') rmSync(galleryFolder, { recursive: true, force: true })
  mkdirSync(galleryFolder, { recursive: true })
  const output = ['--output', path.join('test-results', 'gallery'), '--workers', '2']
  const config = ['--config', 'playwright.tour.config.ts', ...output]
  const holds = runProgram('playwright', ['test', ...config, 'gallery.spec.ts'], {
    FORECOURT_GALLERY_ONLY: only,
    FORECOURT_GALLERY_LANGUAGES: languages,
  })
  writeFileSync(galleryPage, pageOf(readGallery()))
  console.log(`Open ${path.relative(projectRoot, galleryPage)}`)
  return holds
}
