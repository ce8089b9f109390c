// Who is signed in on this device, and the one way the page calls the server.
import { language, t } from './strings.js'

const KEY = 'zelenial.session'
/** Seconds before its end at which the access token is renewed. */
const EARLY = 60

/** An error of the server (RFC 9457) or of the network, with a sentence for the person. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || t('error.unknown'))
    this.status = status
    this.code = problem.code ?? 'internal'
    this.type = problem.type ?? ''
    /** Of each broken field: `{path, message}`. */
    this.errors = problem.errors ?? []
  }
}

export const readSession = () => JSON.parse(localStorage.getItem(KEY) ?? 'null')

const keep = (answer, rest) => {
  const session = {
    ...rest,
    user: answer.user ?? rest.user,
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken,
    endsAt: Date.now() + answer.expiresIn * 1000,
  }
  localStorage.setItem(KEY, JSON.stringify(session))
  return session
}

const problemOf = async (response) => {
  const body = (response.headers.get('content-type') ?? '').includes('json') ? await response.json() : {}
  return new ApiError(response.status, body)
}

const send = async (path, options) => {
  const headers = { 'accept-language': language, ...options.headers }
  try {
    return await fetch(path, { ...options, headers })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiError(0, { code: 'unavailable', detail: t('error.offline') })
  }
}

const post = async (path, body) => {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await problemOf(response)
  return response.status === 204 ? null : response.json()
}

/** `generated`: the password was made up by this page, so it is kept here: nobody else knows it. */
export const register = async (profile, { generated }) =>
  keep(await post('/v1/auth/register', profile), generated ? { email: profile.email, password: profile.password } : {})

export const login = async (email, password) => keep(await post('/v1/auth/login', { email, password }), {})

export const forget = () => localStorage.removeItem(KEY)

export const logout = async () => {
  const session = readSession()
  forget()
  if (session) await post('/v1/auth/logout', { refreshToken: session.refreshToken })
}

/** A refresh token serves once, and a second use ends all sessions: two tabs must take turns. Locks need https or localhost. */
const alone = (work) => (navigator.locks ? navigator.locks.request('zelenial.refresh', work) : work())

const renew = (used) =>
  alone(async () => {
    const session = readSession()
    if (!session) throw new ApiError(401, { code: 'unauthorised', detail: t('error.signedOut') })
    if (session.accessToken !== used) return session
    try {
      return keep(await post('/v1/auth/refresh', { refreshToken: session.refreshToken }), session)
    } catch (error) {
      if (error.status !== 401) throw error
      if (!session.password) {
        forget()
        throw error
      }
      const { email, password } = session
      return keep(await post('/v1/auth/login', { email, password }), session)
    }
  })

const authorised = async (path, options, session) =>
  send(path, { ...options, headers: { ...options.headers, authorization: `Bearer ${session.accessToken}` } })

/** Like fetch for the signed-in person; renews the token by itself and throws ApiError for every answer that is not 2xx. */
export const request = async (path, options = {}) => {
  let session = readSession()
  if (!session || session.endsAt - Date.now() < EARLY * 1000) session = await renew(session?.accessToken)
  let response = await authorised(path, options, session)
  if (response.status === 401) response = await authorised(path, options, await renew(session.accessToken))
  if (!response.ok) throw await problemOf(response)
  return response
}

/** JSON in, JSON out. */
export const api = async (method, path, body) => {
  const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await request(path, { method, ...json })
  return response.status === 204 ? null : response.json()
}

/** Runs a tool directly, without the model. Answers `{output, said}`. */
export const runTool = (name, input = {}) => api('POST', `/v1/tools/${name}`, input)
