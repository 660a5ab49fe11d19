import {
  ApolloClient,
  ApolloLink,
  InMemoryCache,
  Observable,
  setLogVerbosity,
} from '@apollo/client/core'
import type { FetchResult, Operation } from '@apollo/client/core'
import { ask } from '../bridge.ts'
import { spoken } from '../i18n/i18n.ts'

/** The id that the build gave a trusted operation: the only thing of it that crosses the bridge. */
function idOf(operation: Operation): string {
  const meta: unknown = Reflect.get(operation.query, '__meta__')
  const hash: unknown =
    typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'hash') : undefined
  if (typeof hash === 'string') return hash
  throw new Error(`${operation.operationName} is no trusted operation`)
}

/** Beside the variables, as no operation declares it: the cache keeps an answer for each language. */
const LANGUAGE = '#language'

/**
 * Variables of an operation whose texts come in the reader's language: in the one that is spoken now. Where
 * that changes, it is asked again; each language's answer is remembered by itself.
 */
export const inLanguage = <V extends object>(variables: V): V => ({
  ...variables,
  [LANGUAGE]: spoken.value,
})

/** Sends `{id, variables}` over the bridge; main looks the text up, checks and asks the platform. */
export const bridgeLink = new ApolloLink(
  (operation) =>
    new Observable<FetchResult>((observer) => {
      const { [LANGUAGE]: language, ...variables } = operation.variables as Record<string, unknown>
      ask('platform.ask', {
        ...{ id: idOf(operation), variables: variables as typeof operation.variables },
        ...(typeof language === 'string' && { language }),
      }).then(
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
      // The same document, in each language at another address.
      LegalDocument: { keyFields: false },
      Query: {
        fields: {
          legalDocuments: {
            keyArgs: (given, { variables }) =>
              `legalDocuments ${JSON.stringify([given, variables?.[LANGUAGE]])}`,
          },
        },
      },
      CpInfo: { merge: true },
      OpeningTimes: { merge: true },
      ContactInformation: { merge: true },
    },
  }),
  defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
})
