// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { beginsSpeech, deedOf } from '#renderer/speech/keys.ts'
import { joined, phrasesOf } from '#renderer/speech/phrases.ts'
import { spelled, withoutSecrets } from '#renderer/speech/private.ts'
import { Reader } from '#renderer/speech/reader.ts'
import { itemsOf, liveTexts } from '#renderer/speech/tree.ts'

const show = (html: string): Element => {
  document.body.innerHTML = `<div id="app">${html}</div>`
  return document.body
}
const t = ((key: string) => key.replace('speech.', '')) as never
const said = (html: string, isOverheard = false): string[] =>
  joined(
    itemsOf(show(html)).flatMap((item) => phrasesOf(item, { t, language: 'en', isOverheard })),
  ).map(({ text, language }) => `${language}: ${text}`)

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('what is spoken of a page', () => {
  it('is its headings, lines and controls, in their order, with what they are and how they stand', () => {
    expect(
      said(`<h1>Plug <span>3</span></h1><main>
        <p>0.59 EUR/kWh <b>now</b>.</p>
        <label><input type="radio" name="a" checked /><span>Until full</span></label>
        <label><input type="radio" name="a" disabled /><span>Time</span></label>
        <button aria-pressed="true" aria-label="Large text"><svg></svg></button>
        <table><tr><td>Total</td><td>8 kWh</td></tr></table></main>`),
    ).toEqual([
      `en: ${[
        ...['Plug 3.', '0.59 EUR/kWh now.', 'Until full, choice, chosen.'],
        ...['Time, choice, notChosen, disabled.', 'Large text, button, on.', 'Total 8 kWh.'],
      ].join('\n')}`,
    ])
  })

  it('leaves out what is there for eyes alone, and what is not there', () => {
    expect(
      said(`<p aria-hidden="true">4975</p><p class="hidden-visually">Your code: 4 9 7 5</p>
        <p hidden>no</p><p style="display: none">no</p><p>yes</p>`),
    ).toEqual(['en: Your code: 4 9 7 5.\nyes.'])
  })

  it('is in the language that a part of the page is in', () => {
    expect(said('<button lang="de" aria-pressed="false">Deutsch</button><p>Help</p>')).toEqual([
      'de: Deutsch.',
      'en: button, off.\nHelp.',
    ])
  })

  it('tells live regions, the urgent ones apart, and none that change all the time', () => {
    const root = show(`<p role="status">2 of 4</p><p role="alert">Wrong code</p>
      <p role="timer" aria-live="off">4:58</p>`)
    expect(liveTexts(root).map(({ text, urgent }) => [text, urgent])).toEqual([
      ['2 of 4', false],
      ['Wrong code', true],
    ])
  })
})

describe('where others hear it', () => {
  const PER_UNIT = ['per kWh', 'per minute', 'kWh-nként']
  it.each([
    ['Your code is 4 9 7 5.', 'Your code is HIDDEN.'],
    ['4975', 'HIDDEN'],
    ['€8.39', 'HIDDEN'],
    ['8,39 € insgesamt', 'HIDDEN insgesamt'],
    ['1.234,50 Kč', 'HIDDEN'],
    ['Net €6.99 · Tax €1.40 €8.39', 'Net HIDDEN · Tax HIDDEN'],
  ])('of “%s” no code and no sum is said', (text, left) => {
    expect(withoutSecrets(text, 'HIDDEN', PER_UNIT)).toBe(left)
  })

  it.each([
    'Plug 1042',
    '0.59 EUR/kWh + 0.10 EUR/min after 60 min',
    'From 06:33 parking costs €0.10 per minute: please unplug before.',
    '€0.59 per kWh + €0.10 per minute after 1 hour',
    '0,35 € kWh-nként',
    '36,884.044 kWh',
    '1 Dec 2026, 01:22',
  ])('“%s” is no secret', (text) => {
    expect(withoutSecrets(text, 'HIDDEN', PER_UNIT)).toBe(text)
  })

  it('a code that is said goes digit by digit', () => {
    expect(spelled('4975')).toBe('4, 9, 7, 5')
    expect(spelled('Plug 1042')).toBe('Plug 1042')
  })
})

describe('the keys of speech', () => {
  const pressed = (key: string, init: KeyboardEventInit = {}, on: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init })
    on.dispatchEvent(event)
    return deedOf(event)
  }

  it('begin it, by a key of its own or by headphones', () => {
    expect(['*', 'F15', 'Enter', 'ArrowDown'].map(beginsSpeech)).toEqual([true, true, false, false])
  })

  it('are the page’s own with another key, in a field, and where they mean nothing', () => {
    show('<input type="text" /><input type="radio" />')
    expect(pressed('ArrowDown')).toBe('next')
    expect(pressed('ArrowDown', { ctrlKey: true })).toBeNull()
    expect(pressed('7')).toBeNull()
    const [text, radio] = document.querySelectorAll('input')
    expect(pressed('ArrowDown', {}, text)).toBeNull()
    expect(pressed('ArrowDown', {}, radio)).toBe('next')
  })
})

describe('the reader', () => {
  const open = (html: string) => {
    show(html)
    const heard: string[] = []
    const reader = new Reader(
      (phrases, atOnce) =>
        heard.push(`${atOnce ? '!' : ''}${phrases.map(({ text }) => text).join('|')}`),
      () => ({ t, language: 'en', isOverheard: false }),
    )
    reader.settled()
    return { reader, heard, news: () => heard.splice(0) }
  }

  it('reads a screen from its heading on, then only what appears and what live regions tell', () => {
    const { reader, news } = open(
      '<button>Back</button><h1>Plug 3</h1><p id="power">11 kW</p><p role="status" id="live"></p>',
    )
    expect(news()).toEqual(['!Plug 3.\n11 kW.\nBack, button.'])
    document.querySelector('#power')?.replaceChildren('12 kW')
    reader.settled()
    expect(news()).toEqual([])
    document.querySelector('#live')?.replaceChildren('Charging')
    document.querySelector('#app')?.insertAdjacentHTML('beforeend', '<p>Your car is full</p>')
    reader.settled()
    expect(news()).toEqual(['Charging', 'Your car is full.'])
  })

  it('reads a question over it, and says where one is when it has closed', () => {
    const { reader, news } = open('<h1>Plug 3</h1><button>Stop</button>')
    news()
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="alertdialog"><h2>Stop?</h2><button>No</button><button>Yes</button></div>',
    )
    reader.settled()
    expect(news()).toEqual(['!Stop?\nNo, button.\nYes, button.'])
    document.querySelector('[role="alertdialog"]')?.remove()
    document.querySelector('button')?.focus()
    reader.settled()
    expect(news()).toEqual(['!Plug 3.\nStop, button.'])
  })

  it('goes from thing to thing, or from choice to choice, and stops at the ends', () => {
    const { reader, news } = open('<h1>Plug 3</h1><p>Free</p><button>Charge</button>')
    news()
    expect(reader.move(1, false)).toBe(true)
    expect(reader.choose()).toBe(false)
    expect(reader.move(1, true)).toBe(true)
    expect(document.activeElement).toBe(document.querySelector('button'))
    expect(reader.move(1, false)).toBe(false)
    reader.again()
    expect(news()).toEqual(['!Free.', '!Charge, button.', '!Charge, button.'])
  })

  it('presses what it has come to, and says how it stands then', () => {
    const { reader, news } = open('<h1>Board</h1><button aria-pressed="false">Large text</button>')
    const button = document.querySelector('button')
    button?.addEventListener('click', () => button.setAttribute('aria-pressed', 'true'))
    reader.move(1, true)
    news()
    expect(reader.choose()).toBe(true)
    reader.settled()
    expect(news()).toEqual(['!Large text, button, on.'])
  })

  it('does not press what cannot be had', () => {
    const { reader, news } = open('<h1>Plug 3</h1><button disabled>Start</button>')
    const pressed = vi.spyOn(HTMLElement.prototype, 'click')
    reader.move(1, true)
    news()
    expect(reader.choose()).toBe(true)
    expect(news()).toEqual(['!Start, button, disabled.'])
    expect(pressed).not.toHaveBeenCalled()
  })
})
