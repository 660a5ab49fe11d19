import { gql } from '@apollo/client/core'

/** Which connectors the board shows: asked once. */
export const SITE = gql`
  query NaiveSite($id: String!) {
    site(id: $id, ignoreMarketingConfiguration: true) {
      label
      cps {
        id
        connectors {
          id
        }
      }
    }
  }
`

/** One tile: polled, each by itself. */
export const TILE = gql`
  query NaiveTile($id: ID!) {
    connector(id: $id, ignoreMarketingConfiguration: true) {
      id
      label
      physicalReference
      freeOfCharge
      connectorType {
        id
        plugType
        maxPowerRating
      }
      status {
        connectorId
        ocpp
        calculated
        simple
      }
    }
  }
`

/** What one tile's charge costs: asked once. */
export const PRICE = gql`
  query NaivePrice($connectorId: String!) {
    availableCardsForChargingProcess(connectorId: $connectorId) {
      id
      rate {
        shortDescription
      }
    }
  }
`

/** Our sessions: polled by the board. */
export const RUNNING = gql`
  query NaiveRunning {
    chargelogsPaged(filters: { status: started }, pagination: { limit: 100, offset: 0 }) {
      data {
        id
        energyConsumption
        connector {
          id
        }
      }
    }
  }
`
