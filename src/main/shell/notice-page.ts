import { escaped } from '#main/core/html.ts'
import { noticeWords } from './notice-words.ts'

/**
 * A page for a kiosk that cannot start: what guests need in their language and in English, and what is
 * wrong for whoever can mend it. No script, no address, every text escaped.
 * @param faults one a line, as the console has them
 * @param language BCP 47 tag of the site's; null: English alone
 */
export function noticePage(faults: string, language: string | null): string {
  const words = noticeWords(language)
  const english = noticeWords('en')
  const lines = faults.split('\n').map((line) => `<li>${escaped(line)}</li>`)
  const also =
    words === english
      ? ''
      : `<p lang="en" class="also">${escaped(english.title)}. ${escaped(english.hint)}</p>`
  return `<!doctype html>
<html lang="${escaped(language ?? 'en')}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(words.title)}</h1><p>${escaped(words.hint)}</p>${also}</main>
<section lang="en"><h2>For staff: the configuration is wrong</h2><ul>${lines.join('')}</ul>
<p>Once the files are right, the terminal starts by itself; a flag or variable takes effect with its next start.</p></section></body></html>`
}

const style = `html { font: 20px/1.5 sans-serif; color: #1d1c1a; background: #f5f3ee }
body { box-sizing: border-box; min-height: 100vh; margin: 0; padding: 8vmin; display: flex; flex-direction: column; gap: 8vmin; justify-content: space-between }
h1 { font-size: clamp(36px, 8vmin, 88px); line-height: 1.15; margin: 0 0 0.5em; text-wrap: balance } h2 { font-size: 20px; margin: 0 0 0.5em }
main p { font-size: clamp(24px, 3.6vmin, 40px); margin: 0 0 0.5em; max-width: 32em } main .also { font-size: 22px; color: #55524c }
section { border-top: 2px solid #c9c4b8; padding-top: 24px; color: #55524c } ul { margin: 0 0 0.5em; padding: 0 0 0 1.2em }
li { overflow-wrap: anywhere } section p { margin: 0 }
@media (prefers-color-scheme: dark) { html { color: #efece6; background: #191816 } main .also, section { color: #b8b3a8 } section { border-color: #45423c } }`
