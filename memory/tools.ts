import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import { type Ctx, defineTool, type Tool } from '../tools/contract.ts'
import type { Embedder, MemoryDeps } from './contract.ts'
import { answering, recall } from './recall.ts'
import {
  closeFacts,
  deleteFacts,
  type FactRow,
  factOf,
  findByWords,
  findFact,
  findRelated,
  insertFact,
  listFacts,
  reopenFacts,
  type Vector,
} from './repository.ts'
import {
  correctInput,
  factBrief,
  factSchema,
  forgetInput,
  foundSchema,
  listInput,
  rememberInput,
  rememberOutput,
  searchInput,
} from './schema.ts'
import {
  correctedText,
  matchesAll,
  readCursor,
  readFact,
  replacedBy,
  type Statement,
  sayFact,
  sayText,
  writeCursor,
} from './service.ts'

type Remembered = z.infer<typeof rememberOutput>

const missing = () => new AppError('not_found', 'memory.fact_not_found')
const brief = (row: { id: string; text: string }) => ({ id: row.id, text: row.text })

/** A vector only when it costs no waiting: inside a transaction no model and no network may be awaited. */
const vectorNow = (embedder: Embedder, text: string): Vector | null =>
  embedder.embedNow ? { model: embedder.model, vector: embedder.embedNow(text) } : null

/** Writes a fact, closing those it replaces, unless the very same one is known. */
const keep = async (ctx: Ctx, embedder: Embedder, fact: Statement, corrected: FactRow | null): Promise<Remembered> => {
  const related = await findRelated(ctx.tx, ctx.user.id, fact)
  const known = related.find((row) => row.hash === fact.hash)
  const replaced: FactRow[] = replacedBy(fact, related)
  if (corrected && corrected.hash !== fact.hash && !replaced.some((row) => row.id === corrected.id))
    replaced.push(corrected)
  const superseded = replaced.map(brief)
  await closeFacts(
    ctx.tx,
    ctx.user.id,
    superseded.map((row) => row.id),
    ctx.now,
  )
  if (known) return { ...factOf(known, ctx.user.timeZone), already: true, superseded }
  const at = { now: ctx.now, turnId: ctx.origin.turnId ?? null, source: 'person' as const }
  const saved = await insertFact(ctx.tx, ctx.user, fact, at, vectorNow(embedder, fact.text))
  ctx.emit({ type: 'memory.fact_remembered', payload: { factId: saved.id } })
  return { ...saved, already: false, superseded }
}

const takeBack = async (ctx: Ctx, output: Remembered): Promise<void> => {
  if (!output.already && (await deleteFacts(ctx.tx, ctx.user.id, [output.id])) === 0) throw missing()
  await reopenFacts(
    ctx.tx,
    ctx.user.id,
    output.superseded.map((row) => row.id),
  )
}

const sayKept = (output: Remembered) => {
  const params = { fact: sayText(output), old: { list: output.superseded.map(sayText) } }
  if (output.superseded.length > 0) return { key: 'memory.remembered_instead', params }
  return { key: output.already ? 'memory.already_known' : 'memory.remembered', params }
}

const rememberFact = (embedder: Embedder): Tool =>
  defineTool({
    name: 'memory_remember_fact',
    title: 'Remember a fact',
    description:
      'Remembers a lasting fact the person states about themselves or people close to them ("remember that …", "запомни: у меня аллергия на арахис"). Not for free notes (account_add_note), things to do, or reminders at a time.',
    risk: 'write',
    confirm: 'never',
    about: 'general',
    input: rememberInput,
    output: rememberOutput,
    summary: async (_ctx, input) => ({ key: 'memory.ask_remember', params: { text: readFact(input.text).text } }),
    say: sayKept,
    run: (ctx, input) => keep(ctx, embedder, readFact(input.text), null),
    undo: takeBack,
  })

const listFactsTool: Tool = defineTool({
  name: 'memory_list_facts',
  title: 'What is remembered',
  description:
    'Lists everything remembered about the person, newest first ("what do you know about me"). For one topic use memory_search.',
  risk: 'read',
  about: 'general',
  input: listInput,
  output: z.object({ items: z.array(factSchema), nextCursor: z.string().nullable() }),
  summary: async () => ({ key: 'memory.ask_list' }),
  say: (output) =>
    output.items.length === 0
      ? { key: 'memory.nothing_yet' }
      : {
          key: 'memory.facts',
          params: {
            count: output.items.length,
            more: output.nextCursor !== null,
            lines: { list: output.items.map(sayFact) },
          },
        },
  run: async (ctx, input) => {
    const { query, limit } = input
    const rows = query
      ? (await findByWords(ctx.tx, ctx.user.id, query)).filter((row) => input.includeHistory || row.validTo === null)
      : await listFacts(ctx.tx, ctx.user.id, {
          includeHistory: input.includeHistory ?? false,
          after: readCursor(input.cursor),
          limit,
        })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const nextCursor = !query && rows.length > limit && last ? writeCursor(last.seq) : null
    return { items: shown.map((row) => factOf(row, ctx.user.timeZone)), nextCursor }
  },
})

const searchTool = (embedder: Embedder): Tool =>
  defineTool({
    name: 'memory_search',
    title: 'Search memory',
    description:
      'Answers a question about what the person told before ("what am I allergic to", "как зовут мою кошку"). Pass the question or its topic as query.',
    risk: 'read',
    about: 'general',
    input: searchInput,
    output: z.object({ items: z.array(foundSchema), nextCursor: z.null() }),
    summary: async () => ({ key: 'memory.ask_search' }),
    say: (output) =>
      output.items.length === 0
        ? { key: 'memory.not_remembered' }
        : { key: 'memory.found', params: { lines: { list: output.items.map(sayFact) } } },
    run: async (ctx, input) => {
      const found = await recall(ctx.tx, {
        userId: ctx.user.id,
        query: input.query,
        queryVector: vectorNow(embedder, input.query),
        k: input.limit,
        now: ctx.now,
      })
      const items = answering(found).map(({ matched: _m, similarity: _s, score, ...row }) => ({
        ...factOf(row, ctx.user.timeZone),
        score,
      }))
      return { items, nextCursor: null }
    },
  })

/** The rows meant: history that repeats a named fact goes with it. */
const toForget = async (ctx: Ctx, input: z.infer<typeof forgetInput>): Promise<FactRow[]> => {
  let rows: FactRow[] = []
  if (input.id) {
    const fact = await findFact(ctx.tx, ctx.user.id, input.id)
    if (!fact) throw missing()
    rows = [fact]
  } else if (input.all) {
    rows = await listFacts(ctx.tx, ctx.user.id, { includeHistory: true, after: null, limit: 100_000 })
  } else if (input.query) {
    const query = input.query
    rows = (await findByWords(ctx.tx, ctx.user.id, query)).filter((row) => matchesAll(query, row.text))
  }
  if (rows.length === 0) throw new AppError('not_found', 'memory.nothing_to_forget')
  return rows
}

const forget: Tool = defineTool({
  name: 'memory_forget',
  title: 'Forget',
  description:
    'Deletes remembered facts for good: the one with this id, or those that hold every word of query. Always asks first and cannot be undone. Not for notes, events or expenses.',
  risk: 'write',
  confirm: 'always',
  about: 'general',
  input: forgetInput,
  output: z.object({ forgotten: z.array(factBrief), count: z.number() }),
  summary: async (ctx, input) => {
    const rows = await toForget(ctx, input)
    return { key: 'memory.ask_forget', params: { count: rows.length, lines: { list: rows.map(sayText) } } }
  },
  say: (output) => ({ key: 'memory.forgotten', params: { count: output.count } }),
  run: async (ctx, input) => {
    const rows = await toForget(ctx, input)
    const count = await deleteFacts(
      ctx.tx,
      ctx.user.id,
      rows.map((row) => row.id),
    )
    ctx.emit({ type: 'memory.fact_forgotten', payload: { factIds: rows.map((row) => row.id) } })
    return { forgotten: rows.map(brief), count }
  },
})

const activeFact = async (ctx: Ctx, id: string): Promise<FactRow> => {
  const fact = await findFact(ctx.tx, ctx.user.id, id)
  if (!fact || fact.validTo) throw missing()
  return fact
}

const correctFact = (embedder: Embedder): Tool =>
  defineTool({
    name: 'memory_correct_fact',
    title: 'Correct a fact',
    description:
      'Replaces a remembered fact that was wrong or has changed; the old one stays as history. Find its id with memory_search or memory_list_facts; text is the fact as it is now.',
    risk: 'write',
    confirm: 'never',
    about: 'general',
    input: correctInput,
    output: rememberOutput,
    summary: async (ctx, input) => {
      const old = await activeFact(ctx, input.id)
      return {
        key: 'memory.ask_correct',
        params: { old: old.text, text: readFact(correctedText(old, input.text)).text },
      }
    },
    say: sayKept,
    run: async (ctx, input) => {
      const old = await activeFact(ctx, input.id)
      return keep(ctx, embedder, readFact(correctedText(old, input.text)), old)
    },
    undo: takeBack,
  })

export const memoryTools = ({ embedder }: MemoryDeps): Tool[] => [
  rememberFact(embedder),
  listFactsTool,
  searchTool(embedder),
  forget,
  correctFact(embedder),
]
