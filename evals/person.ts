import type { Dialogue } from './dialogue.ts'
import type { Export } from './judge.ts'

/** One new person at the server, speaking HTTP as an app would. */

export interface Answer {
  threadId: string
  reply: string
  tools: { name: string; args: unknown; status: string }[]
  pending: { id: string; actions: { id: string; tool: string; summary: string }[] } | null
}

export interface Person {
  say(message: string, now: string, threadId: string | null): Promise<Answer>
  decide(pending: NonNullable<Answer['pending']>, decisions: readonly string[], now: string): Promise<Answer>
  call(tool: string, input: unknown, now: string): Promise<unknown>
  export(now: string): Promise<Export>
}

/** Dialogues of people who agreed to the use of health data; in the others nobody asked them. */
const OF_HEALTH: ReadonlySet<string> = new Set(['health', 'nutrition', 'workouts'])
/** Tokens live 15 minutes on the test clock; a later turn signs in anew. */
const TOKEN_MS = 10 * 60_000
/** A server that says nothing for so long has failed. */
const ANSWER_MS = 60_000
const PASSWORD = 'correct horse battery staple'

export const signUp = async (url: string, dialogue: Dialogue, externalModel: boolean): Promise<Person> => {
  const email = `${dialogue.id.replaceAll(/[^a-z0-9]/g, '-')}@example.com`
  const session = { token: '', at: 0 }
  const request = async (method: string, path: string, now: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-test-now': now,
        ...(session.token === '' ? {} : { authorization: `Bearer ${session.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`)
    return JSON.parse(text)
  }
  const signIn = async (path: string, body: unknown, now: string): Promise<void> => {
    session.token = ''
    const { accessToken } = (await request('POST', path, now, body)) as { accessToken: string }
    Object.assign(session, { token: accessToken, at: Date.parse(now) })
  }
  const signed = async (method: string, path: string, now: string, body?: unknown): Promise<unknown> => {
    if (Math.abs(Date.parse(now) - session.at) > TOKEN_MS)
      await signIn('/v1/auth/login', { email, password: PASSWORD }, now)
    return request(method, path, now, body)
  }
  const consents = { external_model: externalModel, health: OF_HEALTH.has(dialogue.domain) }
  await signIn('/v1/auth/register', { email, password: PASSWORD, ...dialogue.person, consents }, dialogue.now)
  return {
    say: (message, now, threadId) =>
      signed('POST', '/v1/chat', now, { message, ...(threadId === null ? {} : { threadId }) }) as Promise<Answer>,
    decide: (pending, decisions, now) =>
      signed('POST', `/v1/chat/pending/${pending.id}`, now, {
        decisions: pending.actions.map((action, index) => ({
          actionId: action.id,
          decision: decisions[index] ?? decisions[0],
        })),
      }) as Promise<Answer>,
    call: async (tool, input, now) =>
      ((await signed('POST', `/v1/tools/${tool}`, now, input)) as { output: unknown }).output,
    export: (now) => signed('GET', '/v1/me/export', now) as Promise<Export>,
  }
}
