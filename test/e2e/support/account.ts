import type { Simulator } from '#simulator/index.ts'

const SIGN_IN = `mutation ($username: String!, $password: String!) {
  initSession(username: $username, password: $password) { sessionToken refreshToken }
}`

interface Answer {
  data: Record<string, unknown> | null
  errors?: { message: string }[]
}

/** The terminal's account, asked beside the terminal: what does the platform itself say? */
export async function askPlatform(sim: Simulator, query: string, variables = {}): Promise<unknown> {
  const signedIn = await post(sim, SIGN_IN, sim.account, sim.key)
  const { sessionToken } = signedIn as { sessionToken: string }
  return post(sim, query, variables, sessionToken)
}

async function post(
  sim: Simulator,
  query: string,
  variables: object,
  bearer: string,
): Promise<unknown> {
  const response = await fetch(sim.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as Answer
  if (errors?.[0] !== undefined) throw new Error(errors[0].message)
  return Object.values(data ?? {})[0]
}
