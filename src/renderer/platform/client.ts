import {
  ApolloClient,
  ApolloLink,
  InMemoryCache,
  Observable,
  setLogVerbosity,
} from '@apollo/client/core'
import type { FetchResult, Operation } from '@apollo/client/core'
import { ask } from '../bridge.ts'

/** The id that the build gave a trusted operation: the only thing of it that crosses the bridge. */
function idOf(operation: Operation): string {
  const meta: unknown = Reflect.get(operation.query, '__meta__')
  const hash: unknown =
    typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'hash') : undefined
  if (typeof hash === 'string') return hash
  throw new Error(`${operation.operationName} is no trusted operation`)
}

/** Sends `{id, variables}` over the bridge; main looks the text up, checks and asks the platform. */
export const bridgeLink = new ApolloLink(
  (operation) =>
    new Observable<FetchResult>((observer) => {
      ask('platform.ask', { id: idOf(operation), variables: operation.variables }).then(
        ({ data, errors }) => {
          observer.next({
            data: data as FetchResult['data'],
            ...(errors.length > 0 && { errors: errors.map(({ message }) => ({ message })) }),
          } as FetchResult)
          observer.complete()
        },
        (thrown: unknown) => {
          observer.error(thrown)
        },
      )
    }),
)

// Its warnings are for us: @vue/apollo-composable still calls what Apollo Client 4 drops.
setLogVerbosity('error')

/** The platform's data that somebody looks at: asked on demand, errors and data both used. */
export const client = new ApolloClient({
  link: bridgeLink,
  // Parts of a station have no id: two questions about them fill one another in, not out.
  cache: new InMemoryCache({
    typePolicies: {
      CpInfo: { merge: true },
      OpeningTimes: { merge: true },
      ContactInformation: { merge: true },
    },
  }),
  defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
})
