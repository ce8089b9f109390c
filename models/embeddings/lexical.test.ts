import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createLexicalVectors, DIMENSIONS } from './lexical.ts'
import { createLexicon } from './lexicon.ts'
import { similarity } from './similarity.ts'

const vectorOf = createLexicalVectors()
const near = (a: string, b: string): number => similarity(vectorOf(a), vectorOf(b))

const setSchema = z.object({
  facts: z.array(z.object({ id: z.number(), text: z.string() })),
  questions: z.array(z.object({ text: z.string(), facts: z.array(z.number()).min(1) })),
})
const retrieval = setSchema.parse(JSON.parse(readFileSync(new URL('./retrieval-set.json', import.meta.url), 'utf8')))

test('a vector has 1024 dimensions, unit length and is the same every time', () => {
  const one = vectorOf('у меня аллергия на арахис')
  expect(one).toHaveLength(DIMENSIONS)
  expect(similarity(one, one)).toBeCloseTo(1, 5)
  expect(createLexicalVectors()('у меня аллергия на арахис')).toEqual(one)
})

test.each(['', ' ', '🙂🙂', '…', '\u0000', 'ا'.repeat(5000)])('any text gives finite numbers: %j', (text) => {
  const vector = vectorOf(text)
  expect(vector).toHaveLength(DIMENSIONS)
  expect(vector.every(Number.isFinite)).toBe(true)
})

test.each([
  ['аллергия на арахис', 'am i allergic to peanuts', 'люблю гулять по вечерам'],
  ['мою собаку зовут Барсик', "what is my dog's name", 'how much did i spend on coffee'],
  ['коплю на отпуск', 'saving up for a vacation', 'my doctor is in the city centre'],
  ['муж работает водителем', 'my husband is a driver', 'купить хлеб и молоко'],
  ['болит спина', 'i have back pain', 'оплатить интернет до пятницы'],
  ['встаю в шесть утра', 'i wake up at six in the morning', 'sister plays the guitar'],
])('twins in two languages are nearer than a stranger: %s', (russian, english, stranger) => {
  expect(near(russian, english)).toBeGreaterThan(near(russian, stranger) + 0.2)
})

test.each([
  ['терпеть не могу кинзу', 'ненавижу кинзу', 'хожу в бассейн по вторникам'],
  ["i don't drink booze", 'no alcohol for me', 'the garage code is 9021'],
  ['зарплата приходит пятого числа', 'получка пятого', 'любимый цвет зелёный'],
])('paraphrases are nearer than a stranger: %s', (text, paraphrase, stranger) => {
  expect(near(text, paraphrase)).toBeGreaterThan(near(text, stranger) + 0.2)
})

test.each([
  ['встреча с Леной', 'встречу с лену'],
  ['аллергия на орехи', 'алергия на арехи'],
  ['страховка на машину', 'стрховка машины'],
  ['allergic to peanuts', 'alergic to peanutts'],
  ['собака Барсик', 'dog barsik'],
])('inflections, typos and alphabets stay near: %s, %s', (a, b) => {
  expect(near(a, b)).toBeGreaterThan(0.45)
})

test('concepts know their wider ones', () => {
  const lexicon = createLexicon()
  expect(lexicon.size).toBeGreaterThanOrEqual(400)
  expect(lexicon.conceptsOf(['арахисом'])).toEqual([
    { concept: 'peanut', strength: 1 },
    { concept: 'nut', strength: 0.4 },
    { concept: 'food', strength: 0.15 },
  ])
  expect(lexicon.conceptsOf(['день', 'рождения']).map(({ concept }) => concept)).toContain('birthday')
  expect(lexicon.conceptsOf(['йцукен'])).toEqual([])
})

test('finds the right fact among many, across languages', () => {
  const facts = retrieval.facts.map((fact) => ({ id: fact.id, vector: vectorOf(fact.text) }))
  let found = 0
  let wanted = 0
  let answered = 0
  for (const question of retrieval.questions) {
    const vector = vectorOf(question.text)
    const top = facts
      .map((fact) => ({ id: fact.id, near: similarity(vector, fact.vector) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, 5)
      .map(({ id }) => id)
    const hits = question.facts.filter((id) => top.includes(id)).length
    found += hits
    wanted += question.facts.length
    if (hits > 0) answered++
  }
  const recall = found / wanted
  const answeredShare = answered / retrieval.questions.length
  console.log(
    `lexical retrieval: ${retrieval.questions.length} questions over ${facts.length} facts, recall@5 ${(recall * 100).toFixed(1)} %, a right fact in the first 5 ${(answeredShare * 100).toFixed(1)} %`,
  )
  expect(retrieval.questions.length).toBeGreaterThanOrEqual(60)
  expect(facts.length).toBeGreaterThanOrEqual(120)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})

test('a short text takes at most 0.3 ms', () => {
  const texts = retrieval.facts.map(({ text }) => text)
  for (const text of texts) vectorOf(text)
  const before = process.cpuUsage()
  for (let i = 0; i < 10; i++) for (const text of texts) vectorOf(text)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / (texts.length * 10)).toBeLessThan(0.3)
})
