import { brokerUrlOf, listenAddressOf, type ListenAddress } from './broker-address.ts'
import type { OptionProblem } from './option-flags.ts'
import { both } from './outgoing-settings.ts'
import { readSection } from './section.ts'
import type { ProvisionedSettings } from './settings-table.ts'
import type { SettingsValues } from './settings.ts'

/** The PEM files of one side of TLS; null: none. */
export interface CertificateFiles {
  readonly certificate: string | null
  readonly certificateKey: string | null
}

/** How this terminal reaches the others of its site. */
export interface LinkSettings extends CertificateFiles {
  readonly url: string
  readonly site: string
  /** 32 bytes in Base64url. */
  readonly key: string
  readonly user: string | null
  readonly password: string | null
  readonly ca: string | null
}

/** The broker that this terminal carries for its site. */
export interface BrokerSettings extends CertificateFiles {
  readonly listen: ListenAddress
  readonly user: string
  readonly password: string
}

/** Null: there is none. */
export interface SiteLinkSettings {
  readonly link: LinkSettings | null
  readonly broker: BrokerSettings | null
  /** Settings that lack others, and are off: their names. */
  readonly incomplete: readonly string[]
}

/** Reads section `link` of the settings file with what the provisioning file says instead. */
export function readLinkSettings(
  values: SettingsValues,
  provision: Pick<ProvisionedSettings, 'link'> | null,
): { settings: SiteLinkSettings; problems: OptionProblem[] } {
  const { key = null, password = null, ...said } = provision?.link ?? {}
  const { values: read, problems } = readSection('link', both(values['link'], said))
  const { site, user, ca, certificate, certificateKey } = read
  const url = read.url === null ? null : brokerUrlOf(read.url)
  const listen = read.broker === null ? null : listenAddressOf(read.broker)
  const link =
    url === null || site === null || key === null
      ? null
      : { url, site, key, user, password, ca, certificate, certificateKey }
  const shown = {
    certificate: read.brokerCertificate,
    certificateKey: read.brokerCertificateKey,
  }
  const isSealed = shown.certificate !== null && shown.certificateKey !== null
  const mayListen = listen !== null && (listen.isThisMachine || isSealed)
  const broker =
    !mayListen || user === null || password === null ? null : { listen, user, password, ...shown }
  const incomplete = [
    ...(url !== null && link === null ? ['link.url'] : []),
    ...(listen !== null && broker === null ? ['link.broker'] : []),
  ]
  return { settings: { link, broker, incomplete }, problems }
}
