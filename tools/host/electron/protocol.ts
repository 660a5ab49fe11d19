import type { Protocol } from 'electron'
import { schemeHandlers } from '../page/requests.ts'

/** Chromium knows no schemes of ours: only `https` can be answered, for every address of it. */
export const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: (scheme, handler): void => {
    if (schemeHandlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`)
    schemeHandlers.set(scheme, (request) => handler(request))
  },
  unhandle: (scheme): void => {
    schemeHandlers.delete(scheme)
  },
  isProtocolHandled: (scheme): boolean => schemeHandlers.has(scheme),
} satisfies Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>
