// A process of its own: what guardrails and recall cost one message, timed on the functions themselves.
import { performance } from 'node:perf_hooks'
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import { newId } from '../core/ids.ts'
import { log } from '../core/log.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import { migrate, openDatabase } from '../db/index.ts'
import { domains as registerDomains } from '../domains/index.ts'
import { findEmergency } from '../guardrails/emergency.ts'
import { openGate } from '../guardrails/exit-gate.ts'
import { readInstruction } from '../guardrails/instructions.ts'
import { checkMessage, cleanText } from '../guardrails/limits.ts'
import { createPolicy } from '../guardrails/policy.ts'
import { createVault } from '../guardrails/privacy.ts'
import { createMemory } from '../memory/index.ts'
import { recallForTurn } from '../memory/turn.ts'
import { toPgVector } from '../memory/vectors.ts'
import { createEmbedder } from '../models/embeddings/embedder.ts'
import { phraseFolders } from '../models/planner/classifier/folders.ts'
import { loadPhrases } from '../models/planner/classifier/phrases.ts'
import { SYSTEM } from '../prompts/index.ts'
import { migrationSets } from '../test/harness/selection.ts'
import { createRegistry } from '../tools/registry.ts'
import { TOKENS, TOOL } from './answer.ts'
import { percentiles } from './load.ts'

const MESSAGES = 2_000
const TIMED = 120
const WARM = 30
/** As long as the fixed part of a prompt with the rules of four domains. */
const PROMPT_LENGTH = 8_000

const now = new Date()
const notUsed = async (): Promise<never> => {
  throw new Error('not used here')
}
const user: User = {
  id: newId(),
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: ['external_model'],
}

const embedder = await createEmbedder({ MODEL_TIMEOUT_MS: 1_000 } as Parameters<typeof createEmbedder>[0])
const registry = createRegistry([
  ...registerDomains({ account: { undoLast: notUsed, exportAll: notUsed, eraseAll: notUsed, explain: notUsed } }),
  createMemory({ embedder }),
])
const decide = createPolicy(registry)
/** As the server does, once for all replies. */
const instructions = [readInstruction(SYSTEM)]

/** What people say, in both languages, in an order that mixes tools. */
const sayings = (): string[] => {
  const texts = loadPhrases(phraseFolders(new URL('../', import.meta.url))).map(({ text }) => text)
  return texts.map((_, index) => texts[(index * 7_919) % texts.length] ?? '')
}

const seed = async (tx: Tx, texts: readonly string[]): Promise<void> => {
  const thread = newId()
  await tx.query(
    `insert into chat.thread (id, user_id, title, created_at, updated_at) values ($1, $2, 'bench', $3, $3)`,
    [thread, user.id, now],
  )
  await tx.query(
    `insert into chat.message (user_id, thread_id, turn_id, role, text, created_at)
     select $1, $2, $2, case n % 2 when 1 then 'user' else 'assistant' end, text, $4
       from unnest($3::text[]) with ordinality as m(text, n)`,
    [user.id, thread, texts, now],
  )
  const vectors = await embedder.embed([...texts])
  for (const [index, text] of texts.entries())
    await tx.query(
      `insert into memory.fact (id, user_id, subject, text, lang, negated, valid_from, confidence, sensitivity, source,
         topic, hash, embedding, embedding_model, created_at)
       values ($1::uuid, $2, 'user', $3, 'ru', false, $4, 1, 'ordinary', 'person', $1::text, $1::text, $5::public.vector, $6, $4)`,
      [newId(), user.id, text, now, toPgVector(vectors[index] ?? new Float32Array(1024)), embedder.model],
    )
}

/** Every judgement of one turn: the message, what leaves to a model (twice), the call, the answer on its way out. */
const judge = (text: string, before: readonly string[]): void => {
  const message = cleanText(text)
  checkMessage({ message })
  findEmergency(message, before.slice(-3))
  const prompt = before.join('\n').repeat(40).slice(0, PROMPT_LENGTH)
  const history = before.map((said, index) => (index % 2 === 0 ? new HumanMessage(said) : new AIMessage(said)))
  const messages = [new SystemMessage(prompt), ...history, new HumanMessage(message)]
  const vault = createVault()
  vault.hide(messages)
  vault.hide(messages)
  decide({ tool: TOOL, args: {}, user, origin: { channel: 'chat', actor: 'model' }, allowed: new Set([TOOL]) })
  const own = [text, ...before]
  const gate = openGate({ lang: 'ru', claims: [], committed: false, own, rows: ['{}'], fixed: [], instructions })
  for (const token of TOKENS) gate.push(token)
  gate.end()
}

const time = async (db: Db, texts: readonly string[]) => {
  const guardrails: number[] = []
  const recall: number[] = []
  const both: number[] = []
  for (let index = 0; index < WARM + TIMED; index += 1) {
    const text = texts[index + 12] ?? ''
    const from = performance.now()
    judge(text, texts.slice(index, index + 12))
    const judged = performance.now()
    await db.withUser(user.id, (tx) => recallForTurn(tx, embedder, { query: text, user, now }))
    const recalled = performance.now()
    if (index < WARM) continue
    guardrails.push(judged - from)
    recall.push(recalled - judged)
    both.push(recalled - from)
  }
  return { guardrails: percentiles(guardrails), recall: percentiles(recall), both: percentiles(both) }
}

const texts = sayings()
const db = await openDatabase(
  { DATA_DIR: process.env['DATA_DIR'] ?? '', DATABASE_URL: process.env['DATABASE_URL'] },
  log,
)
try {
  await migrate(db, migrationSets())
  const told = Array.from({ length: MESSAGES }, (_, index) => `${texts[index % texts.length] ?? ''} ${index}`)
  await db.withUser(user.id, (tx) => seed(tx, told))
  process.stdout.write(`${JSON.stringify(await time(db, texts))}\n`)
} finally {
  await db.close()
}
