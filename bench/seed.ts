import { createHmac, randomUUID } from 'node:crypto'
import { request } from 'undici'
import { QUESTION } from './answer.ts'
import type { Turn } from './load.ts'
import { withClient } from './postgres.ts'

export interface Person {
  id: string
  token: string
}

/** Prepares conversations of so many earlier messages, one for each turn that will be made. */
export type PrepareTurns = (count: number, people: number, earlier: number) => Promise<Turn[]>

const post = async <T>(url: string, body: unknown, token?: string): Promise<T> => {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  const text = await answer.body.text()
  if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}

const FACTS = ['у меня аллергия на арахис', 'моего кота зовут Барсик', 'я работаю бухгалтером']

/** Signs up people over HTTP, each with a task to be read and facts to be recalled. */
export const signUp = async (url: string, count: number): Promise<Person[]> => {
  const people: Person[] = []
  const one = async (): Promise<void> => {
    const signedIn = await post<{ user: { id: string }; accessToken: string }>(`${url}/v1/auth/register`, {
      email: `${randomUUID()}@example.org`,
      password: randomUUID(),
      consents: { external_model: true },
    })
    const token = signedIn.accessToken
    await post(`${url}/v1/tools/tasks_add_task`, { title: 'отчёт для бухгалтерии' }, token)
    for (const text of FACTS) await post(`${url}/v1/tools/memory_remember_fact`, { text }, token)
    people.push({ id: signedIn.user.id, token })
  }
  // Hashing a password fills a core: a few at a time.
  for (let at = 0; at < count; at += 4) await Promise.all(Array.from({ length: Math.min(4, count - at) }, one))
  return people
}

const owner = (people: readonly Person[], index: number): Person => {
  const person = people[index % people.length]
  if (!person) throw new Error('nobody to write')
  return person
}

/** A real turn of our server is the pattern that earlier messages are copied from. */
export const prepareOurs = async (
  url: string,
  databaseUrl: string,
  people: readonly Person[],
): Promise<PrepareTurns> => {
  const first = owner(people, 0)
  const { threadId: pattern } = await post<{ threadId: string }>(`${url}/v1/chat`, { message: QUESTION }, first.token)
  return (count, writers, earlier) =>
    withClient(databaseUrl, async (client) => {
      const turns = Array.from({ length: count }, (_, index) => ({
        ...owner(people.slice(0, writers), index),
        threadId: randomUUID(),
      }))
      const given = [turns.map((turn) => turn.threadId), turns.map((turn) => turn.id)]
      await client.query(
        `insert into chat.thread (id, user_id, title, created_at, updated_at)
         select t.id, t.user_id, 'bench', now(), now() from unnest($1::uuid[], $2::uuid[]) as t(id, user_id)`,
        given,
      )
      await client.query(
        `insert into chat.message (user_id, thread_id, turn_id, role, text, tools, created_at)
         select t.user_id, t.id, p.turn_id, p.role, p.text, p.tools, now()
           from unnest($1::uuid[], $2::uuid[]) as t(id, user_id), generate_series(1, $4::int) as n
           join chat.message p on p.thread_id = $3 and (p.role = 'assistant') = (($4 - n) % 2 = 0)
          order by t.id, n`,
        [...given, pattern, earlier],
      )
      await client.query('analyze chat.message, chat.thread')
      return turns
    })
}

const FLOOR_TABLES = `
create table message (id bigint generated always as identity primary key, user_id uuid not null, thread_id uuid not null,
  role text not null, text text not null, created_at timestamptz not null);
create index on message (thread_id, id desc);
create table task (id uuid primary key, user_id uuid not null, title text not null, due_at timestamptz, status text not null);
create index on task (user_id, due_at);`

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token signed with HS256 (RFC 7515). */
const tokenFor = (userId: string, secret: string): string => {
  const signed = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64({ sub: userId, exp: Math.floor(Date.now() / 1000) + 3_600 })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

export const prepareFloor = async (
  databaseUrl: string,
  secret: string,
  count: number,
  answer: string,
): Promise<PrepareTurns> => {
  const people = Array.from({ length: count }, randomUUID).map((id) => ({ id, token: tokenFor(id, secret) }))
  await withClient(databaseUrl, async (client) => {
    await client.query(FLOOR_TABLES)
    await client.query(
      `insert into task select gen_random_uuid(), id, 'отчёт для бухгалтерии', null, 'open' from unnest($1::uuid[]) as t(id)`,
      [people.map(({ id }) => id)],
    )
  })
  return (turnCount, writers, earlier) =>
    withClient(databaseUrl, async (client) => {
      const turns = Array.from({ length: turnCount }, (_, index) => ({
        ...owner(people.slice(0, writers), index),
        threadId: randomUUID(),
      }))
      await client.query(
        `insert into message (user_id, thread_id, role, text, created_at)
         select t.user_id, t.id, case when ($3 - n) % 2 = 0 then 'assistant' else 'user' end,
                case when ($3 - n) % 2 = 0 then $5 else $4 end, now()
           from unnest($1::uuid[], $2::uuid[]) as t(id, user_id), generate_series(1, $3::int) as n order by t.id, n`,
        [turns.map((turn) => turn.threadId), turns.map((turn) => turn.id), earlier, QUESTION, answer],
      )
      await client.query('analyze message')
      return turns
    })
}
