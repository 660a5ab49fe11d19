import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { selfSigned } from '#test/fixtures/self-signed.ts'
import { Guest } from './pages/guest.ts'
import { SetupPage } from './pages/setup.ts'
import { askPlatform } from './support/account.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'
import { tabTo } from './support/tab-to.ts'

const PIN = '482913'
const EVERYWHERE = { latitude: '47.8095', longitude: '13.0550' }

test.use({ size: { widthPx: 1366, heightPx: 768 } })
// Each story goes through the whole wizard.
test.setTimeout(120_000)

/** Somebody's own web service, which is no charging platform. */
const otherService: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello":"world"}')
}
/** A network that leads everybody to its own page first. */
const portal: RequestListener = (_, response) => {
  response.writeHead(302, { location: 'http://portal.example/welcome' }).end()
}

/** The address of somebody who is no platform, for as long as `visit` takes. */
async function visited(
  server: Server,
  scheme: 'http' | 'https',
  visit: (endpoint: string) => Promise<void>,
): Promise<void> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await visit(`${scheme}://127.0.0.1:${String(port)}/graphql/`)
  server.close()
}

test('from the demo to a live board, past everything that can be wrong on the way', async ({
  sim,
  network,
  terminal: launcher,
  arriveAtDemo,
}) => {
  const { terminal } = await arriveAtDemo()
  const setup = new SetupPage(terminal)
  await setup.enter()

  await test.step('each failure of the first contact has its name', async () => {
    await setup.contact('http://hotel.example/graphql/', sim.key)
    await expect(setup.alert).toContainText('This address cannot be used.')
    await setup.contact('http://127.0.0.1:9/graphql/', sim.key)
    await expect(setup.tried(/Somebody answers/)).toContainText('Nobody answers at this address.')
    await visited(createServer(otherService), 'http', async (endpoint) => {
      await setup.contact(endpoint, sim.key)
      await expect(setup.tried(/It is the charging/)).toContainText('No charging network answers')
    })
    await visited(createServer(portal), 'http', async (endpoint) => {
      await setup.contact(endpoint, sim.key)
      await expect(setup.tried(/no proxy/)).toContainText('A web page answers')
    })
    const secure = createSecureServer(selfSigned, otherService)
    await visited(secure, 'https', async (endpoint) => {
      await setup.contact(endpoint, sim.key)
      await expect(setup.tried(/certificate fits/)).toContainText('does not belong to this address')
      await expect(setup.tried(/Somebody answers/)).toContainText('Good')
      await expect(setup.tried(/The key is accepted/)).toContainText('Not known yet')
    })
    await sim.control.setFault('html', { times: 1 })
    await setup.contact(sim.endpoint, sim.key)
    await expect(setup.tried(/No sign-in page/)).toContainText('A web page answers')
    await setup.contact(sim.endpoint, 'guessed')
    await expect(setup.tried(/The key is accepted/)).toContainText('does not accept this key')
    await expect(setup.tried(/It is the charging/)).toContainText('Good')
    await setup.contact(sim.endpoint, sim.key)
    await expect(setup.tried(/The key is accepted/)).toContainText('Good')
    await expect(setup.tried(/is not encrypted/)).toContainText('On this machine')
    await network.expectAsked('additionalRegistrationFields')
    await setup.next.click()
  })

  await test.step('a wrong password is told, the right one goes on', async () => {
    await setup.signIn({ ...sim.account, password: 'wrong' })
    await expect(setup.alert).toContainText('does not know this user name and password')
    await setup.signIn(sim.account)
    await expect(setup.heading('What does this terminal show?')).toBeVisible()
  })

  await test.step('the site is found near a place', async () => {
    await setup.choose('Near a place')
    await setup.field('Coordinates').fill('somewhere')
    await setup.button('Search').click()
    await expect(setup.main).toContainText('Please give latitude and longitude')
    await setup.field('Coordinates').fill(`${EVERYWHERE.latitude}, ${EVERYWHERE.longitude}`)
    await setup.button('Search').click()
    await setup.choose(/^Hotel Mozart/)
    await network.expectAsked('sitesPagedLocationBased')
    await setup.settleTheRest(PIN)
    await network.expectAsked('cardsPaged')
    await expect(setup.main).toContainText('Everybody may (1 card)')
  })

  await test.step('the file for the next terminal has the stop-code key and no secret else', async () => {
    await setup.button('Write the file').click()
    await expect(setup.main).toContainText('FORECOURT_PASSWORD')
    const file = path.join(launcher.dataDir, 'provisioning', 'terminal.json')
    const text = readFileSync(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      endpoint: sim.endpoint,
      key: '${FORECOURT_KEY}',
      password: '${FORECOURT_PASSWORD}',
      site: sim.sites.hotel,
      stopCodeKey: expect.stringMatching(/^[\w-]{43}$/),
      desk: { people: [{ name: 'Max', role: 'manager', pin: '${FORECOURT_PIN_1}' }] },
    })
    const secrets = [sim.key, sim.account.password, PIN]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  })

  await test.step('a trial charge starts and stops', async () => {
    await setup.apply()
    await setup.choose(/^Plug 1/)
    await setup.button('Start at 1').click()
    await expect(setup.main).toContainText('Now plug the car in.')
    await network.plugIn('1', FAST_CAR)
    await setup.button('Stop').click()
    await expect(setup.main).toContainText('Started and stopped: the terminal works.')
    await network.expectAsked('attemptRemoteStart')
    await network.expectAsked('remoteStop')
    await setup.button('Finish').click()
  })

  await test.step('of the house’s two cards a guest is offered the first one alone', async () => {
    const { id } = await network.plug('5')
    const offer = await terminal.page.evaluate(
      (connectorId) => window.terminal.invoke('charging.options', { connectorId }),
      id,
    )
    const labels = offer.ok ? offer.value.options.map(({ label }) => label) : offer.error.code
    expect(labels).toEqual(['Hotel guests'])
  })

  await test.step('the board is the site’s, and the PIN opens its desk', async () => {
    const guest = new Guest(terminal)
    await expect(guest.board.header).toContainText('Hotel Mozart')
    await expect(guest.board.tiles).toHaveCount(6)
    await expect(terminal.page.getByText(/demo/i)).toHaveCount(0)
    await terminal.page.getByRole('button', { name: 'Help', exact: true }).first().click()
    await terminal.page.getByRole('button', { name: 'Staff', exact: true }).click()
    const keys = terminal.page.getByRole('group', { name: 'Please enter your PIN.' })
    for (const digit of PIN) await keys.getByRole('button', { name: digit }).click()
    await expect(terminal.page.getByRole('button', { name: 'Set up this terminal' })).toBeHidden()
    await terminal.page.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(terminal.page.getByRole('button', { name: 'Lock' })).toBeVisible()
  })
})

test('a new account, its e-mail and its papers; stations by filter, favourites and EVSE ID', async ({
  sim,
  network,
  arriveAtDemo,
}) => {
  const { terminal } = await arriveAtDemo()
  const setup = new SetupPage(terminal)
  await setup.enter()
  await setup.contact(sim.endpoint, sim.key)
  await setup.next.click()

  await test.step('registers, confirms the e-mail, signs in', async () => {
    await setup.choose(/^Register/)
    await setup.button('Register').click()
    await expect(setup.main).toContainText('Please fill this in.')
    await setup.field('First name').fill('Nora')
    await setup.field('Name').fill('Neu')
    await setup.field('E-mail').fill('nora@hotel.example')
    await setup.field('Password').fill('a-long-one')
    await setup.field('Password once more').fill('a-long-one')
    await setup.field(/Your company employee ID/).fill('E-7')
    for (const paper of await setup.main.getByRole('checkbox', { name: /^I accept/ }).all()) {
      await paper.check()
    }
    await setup.button('Register').click()
    await expect(setup.main).toContainText('An e-mail was sent to nora@hotel.example.')
    await network.expectAsked('registerContact')
    await setup.button('I have opened the link: sign in').click()
    await expect(setup.alert).toContainText('The e-mail address is not confirmed yet.')
    await fetch(await sim.control.confirmationLink('nora@hotel.example'))
    await setup.button('I have opened the link: sign in').click()
    await expect(setup.heading('What does this terminal show?')).toBeVisible()
    await network.expectAsked('acceptLegalDocument')
  })

  await test.step('its favourites are empty; those of another account are not', async () => {
    await setup.choose('Favourites')
    await expect(setup.main).toContainText('This account has no favourites yet.')
    const { id } = await stationAt('3')
    await askPlatform(sim, 'mutation ($ids: [String]!) { setFavouriteCps(ids: $ids) { id } }', {
      ids: [id],
    })
    await setup.back.click()
    await setup.button('Another account').click()
    await setup.choose(/^Sign in/)
    await setup.signIn(sim.account)
    await setup.choose('Favourites')
    await expect(setup.main.getByRole('radio', { name: /^Hotel Mozart/ })).toHaveCount(1)
    await network.expectAsked('getFavouriteCps')
  })

  await test.step('stations are picked by filter and by EVSE ID', async () => {
    await setup.choose('A pick of stations')
    await setup.choose('List')
    await network.expectAsked('cpsPaged')
    await setup.field('Power Class').selectOption({ label: '>= 50kW' })
    await setup.main.getByRole('checkbox', { name: /^Fast charger, forecourt/ }).check()
    await network.expectAsked('filters')
    const { evseId } = await network.plug('1')
    await setup.choose('EVSE ID')
    await setup.main.getByRole('textbox', { name: 'EVSE ID' }).fill(evseId)
    await setup.button('Search').click()
    await setup.main.getByRole('checkbox', { name: /^Underground garage, left wall/ }).check()
    await network.expectAsked('connectorByEvseId')
    await setup.choose('Near a place')
    await setup.field('Coordinates').fill(`${EVERYWHERE.latitude}, ${EVERYWHERE.longitude}`)
    await setup.button('Search').click()
    const picked = setup.main.getByRole('list', { name: 'Picked' })
    await expect(picked.getByRole('listitem')).toHaveCount(2)
    await network.expectAsked('cpsPagedLocationBased')
  })

  await test.step('the board shows the two stations', async () => {
    await setup.settleTheRest(PIN)
    await setup.apply()
    await setup.button('Finish without a trial').click()
    const guest = new Guest(terminal)
    await expect(guest.board.tile('3').root).toBeVisible()
    await expect(guest.board.tile('1').root).toBeVisible()
    await expect(guest.board.tiles).toHaveCount(4)
  })

  async function stationAt(number: string): Promise<{ id: string }> {
    const { sites } = await sim.control.overview()
    const stations = sites.flatMap((site) => (site.key === 'hotel' ? site.stations : []))
    const found = stations.find((one) => one.connectors.some((each) => each.number === number))
    if (!found) throw new Error(`There is no plug ${number}`)
    return found
  }
})

test('by keyboard alone, to a board that only shows', async ({ sim, network, arriveAtDemo }) => {
  const { terminal } = await arriveAtDemo()
  const { page } = terminal
  const setup = new SetupPage(terminal)
  await setup.enter()

  await tabTo(page, 'Address')
  await page.keyboard.type(sim.endpoint)
  await tabTo(page, 'Pre-shared key')
  await page.keyboard.type(sim.key)
  await page.keyboard.press('Enter')
  await expect(setup.tried(/The key is accepted/)).toContainText('Good')
  await page.keyboard.press('Enter')
  await expect(setup.heading('How does it sign in?')).toBeFocused()
  await tabTo(page, 'Sign in')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(setup.heading('What does this terminal show?')).toBeFocused()
  await network.expectAsked('initAnonymousSession')
  await network.expectAsked('sitesPaged')
  await tabTo(page, 'Hotel Mozart')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(setup.heading(/^Which language/)).toBeFocused()
  await tabTo(page, 'Language of the site')
  await page.keyboard.type('Eng')
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect(setup.heading('What may guests do?')).toBeFocused()
  await expect(setup.main).toContainText('Without an account guests can only look')
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Name')
  await page.keyboard.type('Max')
  await tabTo(page, 'PIN')
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await expect(setup.heading('How does it look?')).toBeFocused()
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect(setup.heading('Check and finish')).toBeFocused()
  if ((await setup.main.getByRole('radio', { name: /^Not at all/ }).count()) > 0) {
    await tabTo(page, 'Not at all')
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'Set it up now')
  await page.keyboard.press('Enter')
  await expect(setup.heading('Try it')).toBeFocused()
  await expect(setup.main).toContainText('The board is live.')
  await tabTo(page, 'Finish')
  await page.keyboard.press('Enter')
  const guest = new Guest(terminal)
  await expect(guest.board.header).toContainText('Hotel Mozart')
  await expect(guest.board.tile('1').charge).toHaveCount(0)
})
