import type { DemoSite, OcppStatus, StationHours } from './model.ts'
import type { PlugName } from './plugs.ts'

/** How a connector stands when the simulator starts. */
export interface ConnectorPlan {
  plug: PlugName
  /** `null`: nobody put a sticker on it. */
  number: string | null
  /** What the platform calls it; else its place at the station, as `Connector 1`. */
  label?: string
  sortOrder: string
  status: OcppStatus
  /** Our account charges here at the start, at the site that the simulator is started for. */
  own?: boolean
  freeOfCharge?: boolean
  packages?: boolean
  calibrated?: boolean
  /** Starts and ends this many hours from the start; negative: has begun. */
  maintenanceHours?: readonly [number, number]
}

export interface StationPlan {
  label: string
  publicName: string
  directions?: string
  hasRemoteCommands?: boolean
  /** Reached through a partner's network. */
  roaming?: boolean
  highlighted?: boolean
  /** The operator's own, by their names. */
  notices?: Readonly<Record<string, string>>
  /** Else it is open day and night. */
  hours?: StationHours
  connectors: ConnectorPlan[]
}

export interface SitePlan {
  /** Null: a site beside the demo's own, where nobody comes and goes by himself. */
  key: DemoSite | null
  label: string
  company: string
  street: string
  zip: string
  city: string
  latitude: number
  longitude: number
  phone: string
  email: string
  stations: StationPlan[]
}
