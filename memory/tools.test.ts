import { describe, expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { toRfc3339 } from '../core/time.ts'
import type { User } from '../core/user.ts'
import { createLexicalVectors, LEXICAL_MODEL } from '../models/embeddings/lexical.ts'
import { NOW, newUser, useDatabase } from '../test/harness/database.ts'
import { toolRunner } from '../test/harness/tools.ts'
import type { Embedder } from './contract.ts'
import { embedMissing } from './embed.ts'
import { createMemory } from './index.ts'
import { recall, recallMessages } from './recall.ts'
import type { Fact, FactBrief } from './schema.ts'
import { readFact } from './service.ts'

const database = useDatabase()
const vectorOf = createLexicalVectors()
// The first calls compile; inside a transaction it would look like waiting.
readFact(toRfc3339(NOW, 'Europe/Moscow'))
vectorOf('у меня аллергия на арахис')
const outside: Embedder = { model: LEXICAL_MODEL, dimensions: 1024, embed: async (texts) => texts.map(vectorOf) }
const inside: Embedder = { ...outside, embedNow: vectorOf }
const memory = createMemory({ embedder: inside })
const { run, ask, undo } = toolRunner(database, memory)

type Remembered = Fact & { already: boolean; superseded: FactBrief[] }
interface Page {
  items: Fact[]
  nextCursor: string | null
}
const remember = (user: User, text: string) => run<Remembered>(user, 'memory_remember_fact', { text })
const search = async (user: User, query: string) => (await run<Page>(user, 'memory_search', { query })).said
const texts = async (user: User, input: object = {}) =>
  (await run<Page>(user, 'memory_list_facts', input)).output.items.map((fact) => fact.text)

describe('remembering', () => {
  it('keeps a fact, says it, and takes it back by undo', async () => {
    const user = newUser()
    const done = await remember(user, 'запомни: у меня аллергия на арахис')
    expect(done.said).toBe('Запомнено: «у меня аллергия на арахис».')
    expect(done.output).toMatchObject({
      attribute: 'allergy',
      value: 'арахис',
      sensitivity: 'health',
      status: 'active',
      already: false,
    })
    expect(done.events).toEqual([{ type: 'memory.fact_remembered', payload: { factId: done.output.id } }])
    await undo(user, done)
    expect(await texts(user)).toEqual([])
  })

  it('knows a fact it has, and writes nothing', async () => {
    const user = newUser()
    await remember(user, 'у меня аллергия на арахис')
    const again = await remember(user, 'что у меня Аллергия на арахис!')
    expect(again).toMatchObject({
      output: { already: true },
      events: [],
      said: 'Это уже есть в памяти: «у меня аллергия на арахис».',
    })
    await undo(user, again)
    expect(await texts(user)).toHaveLength(1)
  })

  it('closes what stopped being true, keeps it as history, and undoes both', async () => {
    const user = newUser()
    await remember(user, 'живу в Москве')
    const moved = await remember(user, 'теперь живу в Белграде')
    expect(moved.said).toBe('Запомнено: «теперь живу в Белграде». Раньше было: «живу в Москве».')
    expect(await texts(user)).toEqual(['теперь живу в Белграде'])
    const all = await run<Page>(user, 'memory_list_facts', { includeHistory: true })
    expect(all.output.items.map((f) => [f.text, f.status])).toEqual([
      ['теперь живу в Белграде', 'active'],
      ['живу в Москве', 'superseded'],
    ])
    await undo(user, moved)
    expect(await texts(user)).toEqual(['живу в Москве'])
  })

  it('refuses secrets and says why', async () => {
    const user = newUser()
    await expect(remember(user, 'моя карта 4111 1111 1111 1111')).rejects.toMatchObject({
      code: 'refused',
      key: 'memory.secret_refused',
    })
    await expect(ask(user, 'memory_remember_fact', { text: 'пароль: qwerty12' })).rejects.toMatchObject({
      code: 'refused',
    })
    expect(await texts(user)).toEqual([])
  })

  it.each([{ text: '' }, { text: 'x'.repeat(1001) }, { text: 'a\u0000b' }, { text: 'что' }, {}])(
    'refuses %j',
    async (input) => {
      await expect(run(newUser(), 'memory_remember_fact', input)).rejects.toMatchObject({ code: 'invalid' })
    },
  )

  it('gives allergies of the person, not of others, to advice', async () => {
    const user = newUser()
    for (const text of [
      'у меня аллергия на арахис',
      'у мамы аллергия на кошек',
      'у меня нет аллергии на мёд',
      'у меня астма',
    ])
      await remember(user, text)
    const facts = await database.db.withUser(user.id, async (tx) => memory.safety?.({ tx, user, now: NOW } as never))
    expect(facts?.map((fact) => [fact.kind, fact.name])).toEqual([
      ['allergy', 'арахис'],
      ['condition', 'астма'],
    ])
  })
})

describe('searching', () => {
  it('answers with the fact and the day it was said', async () => {
    const user = newUser()
    for (const text of [
      'у меня аллергия на арахис',
      'мою кошку зовут Муся',
      'у мамы день рождения 5 мая',
      'люблю кофе',
    ])
      await remember(user, text)
    expect(await search(user, 'на что у меня аллергия?')).toBe('Аллергия на арахис (вы сказали сегодня).')
    expect(await search(user, 'как зовут мою кошку')).toContain('Муся')
    expect(await search(user, 'алергия')).toContain('арахис')
    expect(await search(user, 'what am i allergic to')).toContain('арахис')
    expect(await search(user, 'какая у меня машина')).toBe('Про это я ничего не помню.')
    const later = await run(user, 'memory_search', { query: 'кофе' }, new Date(NOW.getTime() + 9 * 86_400_000))
    expect(later.said).toBe('«люблю кофе» — вы сказали ср, 18 марта.')
  })

  it('sees no history, and nobody else’s facts', async () => {
    const [owner, stranger] = [newUser(), newUser()]
    const { output } = await remember(owner, 'живу в Москве')
    await remember(owner, 'живу в Туле')
    expect(await search(owner, 'где я живу')).not.toContain('Москве')
    expect(await search(stranger, 'где я живу')).toBe('Про это я ничего не помню.')
    expect(await texts(stranger, { includeHistory: true })).toEqual([])
    for (const tool of ['memory_forget', 'memory_correct_fact'])
      await expect(
        run(stranger, tool, { id: output.id, ...(tool === 'memory_correct_fact' ? { text: 'x y z' } : {}) }),
      ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('finds by words at once and by meaning after the vectors are made elsewhere', async () => {
    const user = newUser()
    const slow = toolRunner(database, createMemory({ embedder: outside }))
    await slow.run(user, 'memory_remember_fact', { text: 'у меня аллергия на арахис' })
    expect((await slow.run(user, 'memory_search', { query: 'аллергия' })).said).toContain('арахис')
    expect((await slow.run(user, 'memory_search', { query: 'алергия' })).said).toContain('арахис')
    const byMeaning = () =>
      database.db.withUser(user.id, (tx) =>
        recall(tx, {
          userId: user.id,
          query: 'peanut allergy',
          queryVector: { model: LEXICAL_MODEL, vector: vectorOf('peanut allergy') },
          k: 3,
          now: NOW,
        }),
      )
    expect(await byMeaning()).toEqual([])
    expect(await embedMissing(database.db, user.id, outside)).toBe(1)
    expect(await embedMissing(database.db, user.id, outside)).toBe(0)
    expect((await byMeaning()).map((fact) => fact.value)).toEqual(['арахис'])
  })
})

describe('forgetting', () => {
  it('asks with the facts meant, deletes them with their vectors, and cannot be undone', async () => {
    const user = newUser()
    for (const text of ['у меня аллергия на арахис', 'у меня аллергия на кошек', 'люблю кофе'])
      await remember(user, text)
    expect(await ask(user, 'memory_forget', { query: 'аллергию на арахис' })).toBe(
      'Забыть 1 факт навсегда? Вернуть будет нельзя.\n«у меня аллергия на арахис»',
    )
    const gone = await run(user, 'memory_forget', { query: 'аллергию на арахис' })
    expect(gone).toMatchObject({ confirms: true, said: 'Забыт 1 факт. Вернуть нельзя.' })
    await expect(undo(user, gone)).rejects.toThrow('cannot be undone')
    expect(await texts(user)).toEqual(['люблю кофе', 'у меня аллергия на кошек'])
    const rows = await database.db.withUser(user.id, (tx) =>
      tx.query(`select 1 from memory.fact where text like '%арахис%'`),
    )
    expect(rows).toEqual([])
  })

  it('takes history along, everything when told so, and says when there is nothing', async () => {
    const user = newUser()
    await remember(user, 'не ем мясо')
    await remember(user, 'ем мясо')
    expect(await ask(user, 'memory_forget', { query: 'мясо' })).toContain('Забыть 2 факта')
    await expect(ask(user, 'memory_forget', { query: 'космос' })).rejects.toMatchObject({
      code: 'not_found',
      key: 'memory.nothing_to_forget',
    })
    await expect(run(user, 'memory_forget', { id: newId() })).rejects.toMatchObject({ code: 'not_found' })
    await expect(run(user, 'memory_forget', {})).rejects.toMatchObject({ code: 'invalid' })
    await run(user, 'memory_forget', { all: true })
    expect(await texts(user, { includeHistory: true })).toEqual([])
  })
})

describe('correcting', () => {
  it('replaces a value or the whole fact, and is undone', async () => {
    const user = newUser()
    const { output } = await remember(user, 'размер обуви 42')
    expect(await ask(user, 'memory_correct_fact', { id: output.id, text: '43' })).toBe(
      'Исправить «размер обуви 42» на «размер обуви 43»?',
    )
    const done = await run<Remembered>(user, 'memory_correct_fact', { id: output.id, text: '43' })
    expect(done.output).toMatchObject({ text: 'размер обуви 43', value: '43', superseded: [{ id: output.id }] })
    expect(await texts(user)).toEqual(['размер обуви 43'])
    await undo(user, done)
    expect(await texts(user)).toEqual(['размер обуви 42'])
    await expect(run(user, 'memory_correct_fact', { id: newId(), text: 'нет такого' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('lists', () => {
  it('are paged newest first without a gap or a repeat', async () => {
    const user = newUser()
    const all = ['люблю чай', 'люблю кофе', 'люблю сок', 'люблю квас', 'люблю морс']
    for (const text of all) await remember(user, text)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { output }: { output: Page } = await run<Page>(user, 'memory_list_facts', {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...output.items.map((fact) => fact.text))
      cursor = output.nextCursor
    } while (cursor)
    expect(seen).toEqual(all.toReversed())
    await expect(run(user, 'memory_list_facts', { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the conversation', () => {
  it('is recalled by words, whole turns of it, of this person only', async () => {
    const [user, stranger] = [newUser(), newUser()]
    const [thread, turn] = [newId(), newId()]
    await database.db.withUser(user.id, async (tx) => {
      await tx.query('insert into chat.thread (id, user_id, created_at, updated_at) values ($1, $2, $3, $3)', [
        thread,
        user.id,
        NOW,
      ])
      for (const [role, text] of [
        ['user', 'поставь созвон с Леной'],
        ['assistant', 'Готово, завтра в 15:00.'],
      ])
        await tx.query(
          'insert into chat.message (user_id, thread_id, turn_id, role, text, created_at) values ($1, $2, $3, $4, $5, $6)',
          [user.id, thread, turn, role, text, NOW],
        )
    })
    const about = (who: User, exceptTurnId?: string) =>
      database.db.withUser(who.id, (tx) =>
        recallMessages(tx, {
          userId: who.id,
          query: 'созвоны',
          k: 3,
          now: NOW,
          ...(exceptTurnId ? { exceptTurnId } : {}),
        }),
      )
    expect((await about(user)).map((m) => m.role)).toEqual(['user', 'assistant'])
    expect(await about(user, turn)).toEqual([])
    expect(await about(stranger)).toEqual([])
  })
})

describe('two thousand facts', () => {
  it('are searched by words and meaning in tens of milliseconds', async () => {
    const user = newUser()
    const nouns =
      'кот дом машина работа отпуск море рыба кофе чай книга музыка спорт бег врач сын дочь жена мама папа брат дача сад'.split(
        ' ',
      )
    const one = (n: number) => nouns[n % nouns.length] ?? ''
    const facts = Array.from({ length: 2000 }, (_, n) => {
      const text = `${one(n)} ${one(n * 7 + 3)} ${one(n * 13 + 5)} номер ${n}`
      return { id: newId(), text, vector: `[${vectorOf(text).join(',')}]` }
    })
    for (let from = 0; from < facts.length; from += 200) {
      const batch = JSON.stringify(facts.slice(from, from + 200))
      await database.db.withUser(user.id, (tx) =>
        tx.query(
          `insert into memory.fact (id, user_id, subject, text, lang, negated, valid_from, confidence, sensitivity, source, topic, hash, embedding, embedding_model, created_at)
           select f.id, $1, 'me', f.text, 'ru', false, $3, 1, 'ordinary', 'person', f.id::text, f.id::text, f.vector::public.vector, $4, $3
             from jsonb_to_recordset($2::jsonb) as f(id uuid, text text, vector text)`,
          [user.id, batch, NOW, LEXICAL_MODEL],
        ),
      )
    }
    const query = 'что у меня с дачей и садом'
    const queryVector = { model: LEXICAL_MODEL, vector: vectorOf(query) }
    const fastest = async (work: () => Promise<unknown>): Promise<number> => {
      const times: number[] = []
      for (let i = 0; i < 15; i += 1) {
        const from = performance.now()
        await work()
        times.push(performance.now() - from)
      }
      return Math.min(...times)
    }
    const searchOnce = () =>
      database.db.withUser(user.id, (tx) => recall(tx, { userId: user.id, query, queryVector, k: 8, now: NOW }))
    const found = await searchOnce()
    expect(found).toHaveLength(8)
    expect(found[0]?.text).toMatch(/дача|сад/)
    const reading = await fastest(() =>
      database.db.withUser(user.id, (tx) =>
        tx.query('select count(*) from memory.fact f where f.user_id = $1 and f.negated = false', [user.id]),
      ),
    )
    // On a quiet machine 15 to 20 ms; on one that is busy with other tests, no more than reading the rows allows.
    expect(await fastest(searchOnce)).toBeLessThan(Math.max(60, 15 * reading))
  }, 60_000)
})
