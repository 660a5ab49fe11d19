import type { Page } from '@playwright/test'
import { AccountPage } from './pages/account.ts'
import { MANAGER_PIN, STAFF_PIN } from './pages/desk.ts'
import { expectAccessible } from './support/axe.ts'
import { PLAIN } from './support/modes.ts'
import { expect, test as base } from './support/story.ts'

const test = base.extend<{ account: AccountPage }>({
  account: async ({ arrive }, use) => {
    const { terminal } = await arrive()
    const account = new AccountPage(terminal)
    await account.open(MANAGER_PIN)
    await account.go('Account')
    await account.tab('Contact').waitFor()
    await use(account)
  },
})
const expectClean = (page: Page, screen: string): Promise<void> =>
  expectAccessible(page, screen, [PLAIN, { ...PLAIN, theme: 'dark' }])

test.use({ people: true, size: { widthPx: 1366, heightPx: 768 } })
test.setTimeout(120_000)

test('the contact is changed field by field; what cannot be is told, and nothing typed gets lost', async ({
  account,
  network,
}) => {
  const phone = account.field('Phone')
  const save = account.button('Save')

  await test.step('a field that was filled cannot be emptied', async () => {
    await expect(account.field('Name')).toHaveValue('Desk')
    await expectClean(account.page, 'account: contact')
    await phone.fill('')
    await expect(phone).toHaveAccessibleDescription(/cannot empty a field/)
    await expect(save).toBeDisabled()
  })

  await test.step('who goes elsewhere is asked first', async () => {
    await account.go('Terminal')
    await expect(account.page.getByRole('alertdialog')).toContainText('Leave without saving?')
    await account.button('Stay here').click()
    await account.show('Legal')
    await account.button('Stay here').click()
    await expect(phone).toHaveValue('')
  })

  await test.step('the platform refuses an address that somebody else has, in its own words', async () => {
    await phone.fill('+43 662 99')
    await account.field('E-mail').fill('driver@roaming.example')
    await save.click()
    await expect(account.said).toContainText('The platform has refused it.')
    await expect(account.said).toContainText('This e-mail address is taken.')
  })

  await test.step('what it takes is there afterwards', async () => {
    await account.field('E-mail').fill('desk@forecourt.example')
    await account.page.getByLabel('Currency').selectOption('CHF')
    await save.press('Enter')
    await expect(account.said).toContainText('The platform has accepted it.')
    await account.show('Network')
    await account.show('Contact')
    await expect(account.field('E-mail')).toHaveValue('desk@forecourt.example')
    await expect(account.page.getByLabel('Currency')).toHaveValue('CHF')
    await expect(phone).toHaveValue('+43 662 99')
  })

  await network.expectAsked('contact')
  await network.expectAsked('updateContact')
  await network.expectAsked('availableCurrencies')
})

test('contracts are concluded and changed; a doubtful IBAN is told and sent all the same', async ({
  account,
  network,
  sim,
}) => {
  await account.show('Contracts')
  const answer = account.sheet.locator('.banner')

  await test.step('what is there, and what the platform does not tell', async () => {
    await expect(account.facts('Bank account')).toContainText('AT61 •••• •••• •••• 3201')
    await expect(account.facts('Rates for new contracts')).toContainText('0.35 EUR/kWh')
    await expect(account.facts('Contracts')).toContainText('neither contracts nor their ids')
    await expectClean(account.page, 'account: contracts')
  })

  await test.step('a new one by direct debit', async () => {
    await account.button('New SEPA contract').click()
    await account.button('Conclude contract').click()
    await expect(account.field('Account holder')).toHaveAccessibleDescription(
      'Please fill this in.',
    )
    await account.field('Account holder').fill('Hotel Mozart')
    await account.field('IBAN').fill('AT12 3456 7890 1234 5678')
    await expect(account.field('IBAN')).toHaveAccessibleDescription(/check digits do not fit/)
    await expectClean(account.page, 'account: new contract')
    await account.button('Conclude contract').click()
    await expect(answer).toContainText('success · SEPA contract created successfully.')
    await account.sheet.getByRole('button', { name: 'Close' }).last().click()
    await expect(account.facts('Bank account')).toContainText('AT12 •••• •••• •••• 5678')
  })

  await test.step('a change by an id that the platform does not know, and by one that it does', async () => {
    const known = (await sim.control.contracts()).find(({ kind }) => kind === 'sepa')
    await account.button('Change a SEPA contract').click()
    await account.field('Contract id').fill('nobody-knows')
    await account.field('Bank').fill('Another Bank')
    await account.button('Change contract').click()
    await expect(answer).toContainText('There is no such contract. · CONTRACT_NOT_FOUND')
    await account.field('Contract id').fill(known?.id ?? '')
    await account.field('Your reference').fill('Night')
    await account.button('Change contract').click()
    await expect(answer).toContainText('The platform has accepted it.')
    await account.sheet.getByRole('button', { name: 'Close' }).last().click()
    const now = (await sim.control.contracts()).find(({ id }) => id === known?.id)
    expect(now?.customerReference).toBe('Night')
  })

  await test.step('by invoice, and its name', async () => {
    await account.button('New contract by invoice').click()
    await account.field('Your reference').fill('Invoices')
    await account.button('Conclude contract').click()
    await expect(answer).toContainText('Contract created successfully.')
    await account.sheet.getByRole('button', { name: 'Close' }).last().click()
    const made = (await sim.control.contracts()).find(({ kind }) => kind === 'postpaid')
    await account.button('Change a contract by invoice').click()
    await account.field('Contract id').fill(made?.id ?? '')
    await account.field('Your reference').fill('Invoices 2')
    await account.page.keyboard.press('Escape')
    await account.button('Stay here').click()
    await account.button('Change contract').click()
    await expect(answer).toContainText('The platform has accepted it.')
  })

  await network.expectAsked('contractPaymentMethods')
  await network.expectAsked('contractRateOptions')
  await network.expectAsked('bankAccount')
  await network.expectAsked('createSepaContract')
  await network.expectAsked('updateSepaContract')
  await network.expectAsked('createPostpaidContract')
  await network.expectAsked('updatePostpaidContract')
})

test('means of payment by code, legal documents by version, and what the network has settled', async ({
  account,
  network,
  sim,
}) => {
  const { control } = sim

  await test.step('a card is registered on a phone, never here', async () => {
    await control.dropPaymentMedia()
    await account.show('Payment')
    await expect(account.main).toContainText('The account cannot pay yet')
    await account.button('Register a means of payment').click()
    await account.button('Show the code').click()
    await expect(account.sheet.getByRole('img', { name: /^Scan with the phone/ })).toBeVisible()
    await expectClean(account.page, 'account: register a means of payment')
    const [id = ''] = /txn-optile-\d+/.exec((await account.sheet.textContent()) ?? '') ?? []
    await control.answerCheckout(id, 'approve')
    await expect(account.sheet).toContainText('There is a new means of payment.', {
      timeout: 15_000,
    })
    await expect(account.sheet).toContainText('Mastercard')
    await account.sheet.getByRole('button', { name: 'Close' }).last().click()
    await expect(account.facts('Registered')).toContainText('Mastercard')
    await expect(account.main).toContainText('The account can pay')
    await expectClean(account.page, 'account: payment')
    expect(account.page.context().pages()).toHaveLength(1)
  })

  await test.step('a new version is accepted; one that is no longer in force is not', async () => {
    await control.publishLegalDocument('TERMS_AND_CONDITIONS', '4.0')
    await account.show('Legal')
    const terms = account.page.getByRole('article').filter({ hasText: 'Terms and conditions' })
    const accept = account.page.getByRole('alertdialog').getByRole('button', { name: 'Accept' })
    await expect(terms).toContainText('Version 4.0')
    await expect(terms).toContainText('Not accepted yet')
    await expectClean(account.page, 'account: legal')
    await control.publishLegalDocument('TERMS_AND_CONDITIONS', '5.0')
    await terms.getByRole('button', { name: 'Accept' }).click()
    await accept.click()
    await expect(account.said).toContainText('The platform does not know this.')
    await expect(terms).toContainText('Version 5.0')
    await terms.getByRole('button', { name: 'Accept' }).click()
    await accept.click()
    await expect(account.said).toContainText('success · Legal document accepted successfully.')
    await expect(terms).toContainText('Accepted')
  })

  await test.step('settings, after a failure that is told', async () => {
    await control.setFault('cut', { operations: ['settings'] })
    await account.show('Network')
    const failure = account.main.getByRole('alert').filter({ hasText: 'Code offline' })
    await expect(failure).toBeVisible({ timeout: 20_000 })
    await control.clearFaults()
    await account.button('Try again').click()
    const settings = account.facts('Settings of the network')
    await expect(settings).toContainText('app.support.email')
    await expectClean(account.page, 'account: network')
    await account.page.getByRole('searchbox', { name: 'Search' }).fill('rating')
    await expect(settings).toContainText('app_rating')
    await expect(settings).not.toContainText('app.support.email')
    await expect(account.facts('Currencies')).toContainText('Swiss Franc')
  })

  await network.expectAsked('paymentMethods')
  await network.expectAsked('hasPaymentMedium')
  await network.expectAsked('registerPaymentMethod')
  await network.expectAsked('legalDocuments')
  await network.expectAsked('acceptLegalDocument')
  await network.expectAsked('settings')
})

test('signed out, signed in, deleted: each is confirmed, told, and written down', async ({
  account,
  network,
  sim,
}) => {
  const { username, password } = sim.account
  const dialog = account.page.getByRole('alertdialog')
  const signedOut = account.main.getByText('This terminal is signed out.')

  await test.step('signing out says what goes on, and guests are told', async () => {
    await account.button('Sign out').click()
    await expect(dialog).toContainText('1 charge is running')
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await expect(signedOut).toBeVisible()
    await expectClean(account.page, 'account: signed out')
    await account.lock.click()
    await expect(account.page.getByRole('status')).toContainText([
      'This terminal is signed out of the charging network.',
    ])
    await account.open(MANAGER_PIN)
    await account.go('Account')
  })

  await test.step('a wrong password is told, the right one brings everything back', async () => {
    await account.signIn(username, 'not it')
    await expect(account.said).toContainText(['User name or password is not right.'])
    await account.signIn(username, password)
    await expect(account.main).toContainText(`Signed in as ${username}`)
    await expect(account.field('Name')).toHaveValue('Desk')
  })

  await test.step('deleting wants the address, and is refused while a charge runs', async () => {
    await account.show('Delete')
    const removal = account.button('Delete the account for good')
    await account.field('E-mail address of the account').fill('somebody@else.example')
    await expect(removal).toBeDisabled()
    await account.field('E-mail address of the account').fill(username)
    await expectClean(account.page, 'account: delete')
    await removal.click()
    await expect(account.said).toContainText(['A session is still running. · SESSION_RUNNING'])
  })

  await test.step('then it is gone, and the terminal says so', async () => {
    const { sites } = await sim.control.overview()
    const all = sites.flatMap(({ stations }) => stations.flatMap((one) => one.connectors))
    for (const { id, session } of all) if (session?.isOwn) await sim.control.vacate(id)
    await account.button('Delete the account for good').click()
    await expect(account.main).toContainText('The account has been deleted.')
    await expect(signedOut).toBeVisible()
    await account.go('Terminal')
    await account.show('Audit trail')
    for (const action of ['account.signOut', 'account.signIn', 'deleteContact'])
      await expect(account.main).toContainText(action)
  })

  await network.expectAsked('invalidateSession')
  await network.expectAsked('initSession')
  await network.expectAsked('deleteContact')
})

test('staff have no account section, whatever the page asks for', async ({ arrive }) => {
  const { terminal } = await arrive()
  const account = new AccountPage(terminal)
  await account.open(STAFF_PIN)
  await expect(account.page.getByRole('navigation')).not.toContainText('Account')
  for (const name of ['account.state', 'account.signOut'] as const) {
    const told = await account.page.evaluate((one) => window.terminal.invoke(one, {}), name)
    expect(told).toMatchObject({ ok: false, error: { code: 'needs-manager' } })
  }
})
