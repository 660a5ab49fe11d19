import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** What was posted to a house's system. */
export interface Post {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A system of the house, over real HTTP on this machine. It answers with `status` as it is by then. */
export async function startHouse() {
  const posts: Post[] = []
  const house = { posts, status: 200, url: '', close: () => Promise.resolve() }
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      posts.push({ headers: request.headers, body })
      response.writeHead(house.status, house.status === 302 ? { location: house.url } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  house.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/events`
  house.close = () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  onTestFinished(() => house.close())
  return house
}

/** A mail as it arrived. */
export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly text: string
}

/** A mail server, over real SMTP on this machine. `isFull`: it refuses for now (452). */
export async function startMailServer() {
  const mails: Mail[] = []
  const post = { mails, isFull: false, url: '' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void buffer(stream).then((bytes) => {
        if (post.isFull) {
          done(Object.assign(new Error('No room'), { responseCode: 452 }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        mails.push({ from, to: rcptTo.map(({ address }) => address), text: bytes.toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  post.url = `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  )
  return post
}
