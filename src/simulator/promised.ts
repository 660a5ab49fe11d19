/** Does something at once and answers by a promise; what it throws, the promise is rejected with. */
export const promised = <T>(act: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(act())
  })
