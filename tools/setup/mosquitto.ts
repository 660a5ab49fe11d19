import { existsSync } from 'node:fs'
import { installDebianPackages, isDebianRoot } from './debian.ts'

/** The link of a site is tested with a broker of the field, too; without it with the own one alone. */
export function addMosquitto(): void {
  if (!isDebianRoot() || existsSync('/usr/sbin/mosquitto')) return
  console.log('Adding an MQTT broker, for the tests (apt-get) …')
  if (!installDebianPackages(['mosquitto']))
    console.log('It could not be had: its tests are left out.')
}
