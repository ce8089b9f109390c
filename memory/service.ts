import { createHash } from 'node:crypto'
import { AppError } from '../core/errors.ts'
import type { Message } from '../core/messages.ts'
import type { Lang } from '../core/user.ts'
import type { SafetyFact } from '../tools/contract.ts'
import { withoutAsking } from './asking.ts'
import { type Reading, readStatement } from './attributes.ts'
import type { Fact } from './schema.ts'
import { findSecret } from './secrets.ts'
import { contentStems, isNegated, langOfText, stem, wordsOf } from './words.ts'

export interface Statement extends Reading {
  text: string
  lang: Lang
  negated: boolean
  topic: string
  hash: string
}

/** The fact without the request around it. */
export const bareText = (said: string): string =>
  withoutAsking(said.normalize('NFC').replace(/\s+/g, ' ').trim())
    .replace(/[\s.!,;]+$/u, '')
    .trim()

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('base64url').slice(0, 32)

/** Reads a fact from what was said. Throws `refused` for a secret and `invalid` when nothing is said. */
export const readFact = (said: string): Statement => {
  const secret = findSecret(said)
  if (secret)
    throw new AppError(
      'refused',
      'memory.secret_refused',
      { secret },
      { errors: [{ path: 'text', message: `holds a secret: ${secret}` }] },
    )
  const text = bareText(said)
  const found = readStatement(text)
  // "my allergy is to wasps not bees": a value without content is no value.
  const hollow = found.value !== null && contentStems(found.value).length === 0
  const reading = hollow ? { ...found, attribute: null, value: null, single: false } : found
  const stems = contentStems(reading.value ?? text)
  if (stems.length === 0)
    throw new AppError(
      'invalid',
      'memory.empty_fact',
      {},
      { errors: [{ path: 'text', message: 'says nothing to remember' }] },
    )
  const negated = isNegated(text)
  const about = [reading.subject, reading.attribute ?? '', stems.join(' ')]
  return {
    ...reading,
    text,
    lang: langOfText(text),
    negated,
    topic: digest(about),
    hash: digest([...about, negated ? 'no' : 'yes']),
  }
}

/** Which active facts a new one makes untrue: its own opposite, and the old value where only one can hold. */
export const replacedBy = <
  Old extends Pick<Fact, 'subject' | 'attribute' | 'negated'> & { topic: string; hash: string },
>(
  fresh: Statement,
  active: readonly Old[],
): Old[] =>
  active.filter(
    (old) =>
      old.hash !== fresh.hash &&
      (old.topic === fresh.topic ||
        (fresh.single &&
          !fresh.negated &&
          !old.negated &&
          old.attribute === fresh.attribute &&
          old.subject === fresh.subject)),
  )

/** A correction given as a bare value ("43") is put in place of the old value; anything longer is the whole new fact. */
export const correctedText = (old: Pick<Fact, 'text' | 'value'>, said: string): string => {
  const text = bareText(said)
  if (!old.value || wordsOf(text).length > 2 || readStatement(text).attribute) return text
  const at = old.text.lastIndexOf(old.value)
  return at < 0 ? text : old.text.slice(0, at) + text + old.text.slice(at + old.value.length)
}

const YOURS: Record<string, string> = {
  мой: 'ваш',
  моя: 'ваша',
  моё: 'ваше',
  мое: 'ваше',
  мои: 'ваши',
  меня: 'вас',
  мне: 'вам',
}
// biome-ignore format: pairs
const EN_YOURS: Record<string, string> = { i: 'you', "i'm": "you're", 'i’m': "you're", "i've": "you've", "i'll": "you'll", "i'd": "you'd", am: 'are', me: 'you', my: 'your', mine: 'yours', myself: 'yourself', was: 'were' }

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The fact as it is told back, or null when it can only be quoted: Russian verbs show the person. */
export const restate = (text: string, lang: Lang): string | null => {
  if (lang === 'en') {
    const first = /(?<!\p{L})i(?:['’]\p{L}+)?(?!\p{L})/iu.test(text)
    if (!first && !/(?<!\p{L})(?:my|me)(?!\p{L})/iu.test(text)) return capital(text)
    return capital(
      text.replace(/\p{L}+(?:['’]\p{L}+)?/gu, (word) => {
        const low = word.toLowerCase()
        return low === 'was' && !first ? word : (EN_YOURS[low] ?? word)
      }),
    )
  }
  const owned = /^у меня\s+(?!есть|был)(.+)$/iu.exec(text)?.[1]
  if (owned && !/(?<!\p{L})(?:я|мне|мной)(?!\p{L})/iu.test(owned)) return capital(owned)
  const [head = '', ...rest] = text.split(' ')
  const yours = YOURS[head.toLowerCase()]
  return yours && !/(?<!\p{L})я(?!\p{L})/iu.test(text) ? capital([yours, ...rest].join(' ')) : null
}

/** How a remembered fact is told: restated where grammar allows, quoted otherwise, with the day it was said. */
export const sayFact = (fact: Pick<Fact, 'text' | 'lang' | 'createdAt'>): Message => {
  const told = restate(fact.text, fact.lang)
  const date = { date: fact.createdAt.slice(0, 10) }
  return told === null
    ? { key: 'memory.recalled_quote', params: { text: fact.text, date } }
    : { key: 'memory.recalled', params: { text: told, date } }
}

export const sayText = (fact: Pick<Fact, 'text'>): Message => ({ key: 'memory.quoted', params: { text: fact.text } })

/** Whether every content word of `query` occurs in the fact, in any form. */
export const matchesAll = (query: string, text: string): boolean => {
  const wanted = contentStems(query)
  const present = new Set(wordsOf(text).map(stem))
  return wanted.length > 0 && wanted.every((word) => present.has(word))
}

/** Remembered allergies and conditions of the person themselves are known before any advice. */
export const safetyFacts = (facts: readonly Fact[]): SafetyFact[] =>
  facts.flatMap((fact): SafetyFact[] => {
    if (fact.subject !== 'me' || fact.negated || !fact.value) return []
    const source = { domain: 'memory', id: fact.id }
    if (fact.attribute === 'allergy' || fact.attribute === 'intolerance')
      return [{ kind: 'allergy', name: fact.value, source }]
    return fact.attribute === 'condition' ? [{ kind: 'condition', name: fact.value, source }] : []
  })

export const writeCursor = (seq: number): string => Buffer.from(String(seq)).toString('base64url')
export const readCursor = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  const seq = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{1,15}$/.test(seq)) {
    const errors = [{ path: 'cursor', message: 'is not a cursor of this list' }]
    throw new AppError('invalid', 'memory.bad_cursor', {}, { errors })
  }
  return Number(seq)
}
