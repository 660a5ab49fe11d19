/** What the queries of this app answer. */
export interface SiteData {
  site: { label: string; cps: { id: string; connectors: { id: string }[] }[] } | null
}

export interface TileData {
  connector: {
    id: string
    label: string | null
    physicalReference: string | null
    freeOfCharge: boolean | null
    connectorType: { plugType: string | null; maxPowerRating: number | null } | null
    status: { simple: string | null } | null
  } | null
}

export interface CardsData {
  availableCardsForChargingProcess: { rate: { shortDescription: string | null } | null }[] | null
}

export interface RunningData {
  chargelogsPaged: { data: { energyConsumption: number | null; connector: { id: string } }[] }
}
