import { describe, expect, it } from 'vitest'
import { linkOf } from '#platform/link.ts'
import { chargelog, chargelogParts, createRig, settle } from './rig.ts'

describe('a delivered link', () => {
  it.each([
    ['https://documents.example/a.pdf?id=1', 'https://documents.example/a.pdf?id=1'],
    [' https://documents.example/a ', 'https://documents.example/a'],
    ['http://127.0.0.1:4000/a.pdf', 'http://127.0.0.1:4000/a.pdf'],
    ['http://localhost/a', 'http://localhost/a'],
    ['http://documents.example/a.pdf', null],
    ['https://name:word@documents.example/', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['see the desk', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is shown as %s', (text, link) => {
    expect(linkOf(text)).toBe(link)
  })

  it('stands in the summary, for document and calibration details alike', async () => {
    const rig = createRig()
    const calibrationDetails = 'https://calibration.example/log-1'
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ calibrationDetails }) }))
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    await rig.pass(2_000)
    await settle()
    expect(rig.onlySession().summary).toMatchObject({
      documentUrl: 'https://documents.example/doc-1.pdf',
      calibrationUrl: calibrationDetails,
    })
  })
})
