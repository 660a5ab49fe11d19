import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './theme/fonts/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/tones.css'
import './theme/reach.css'
import './ui/pictures.css'
import App from './App.vue'
import { ask } from './bridge.ts'
import { hourOfDay } from './i18n/format.ts'
import { speak } from './i18n/i18n.ts'
import { nameOf } from './i18n/languages.ts'
import { lockKiosk } from './kiosk.ts'
import { useLive } from './live/live.ts'
import { useNow } from './live/now.ts'
import { useTerminal } from './live/terminal.ts'
import { answerProbes, followTouches, reportErrors } from './presence.ts'
import { keepPresses, showPresses } from './press.ts'
import { useView } from './view.ts'

/**
 * Text is laid out once: in the letters that it is shown in, those of `sample`. Latin ones are on the way
 * since the page began; a language that has others waits for them, too.
 */
async function letters(sample?: string): Promise<void> {
  const fonts = '1em "Atkinson Hyperlegible Next Variable", "Noto Sans Variable"'
  await document.fonts.load(fonts, sample).catch(() => undefined)
}

/** Intl reads its tables for the first formatter of a page, which takes a frame or two: while main is asked. */
async function readTables(): Promise<void> {
  await scheduler.yield()
  hourOfDay(0, 'UTC')
}

const app = createApp(App)
reportErrors(app)
answerProbes()
followTouches()
showPresses()
keepPresses()
app.use(createPinia())

const live = useLive()
const terminal = useTerminal()
const answers = Promise.all([ask('terminal.view', {}), terminal.open(), letters()])
await readTables()
const [kept] = await answers
if (terminal.info.kiosk) lockKiosk()
useNow().open(terminal.info.clock)
await letters(nameOf(await speak(kept?.language ?? terminal.info.language)))
const view = useView()
if (kept) {
  // The restored screen speaks of what the model knows.
  await live.open()
  view.restore(kept)
}
view.follow()

await scheduler.yield()
app.mount('#app')
// The board's frame stands before its plugs come: both in one task would be a long one.
if (!kept) await live.open()
