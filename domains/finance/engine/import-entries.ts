// What an imported movement is, by its words alone: a transfer of one's own, money back, of which category.
import type { Lang } from '../../../core/user.ts'
import type { Kind } from '../schema.ts'
import { type Category, deriveCategory, readPayee } from './categories.ts'
import { keyOf, stemsOf } from './words.ts'

/** Classified texts that are kept: shops repeat, and stemming is most of the work of an import. */
const REMEMBERED = 5_000

const OWN =
  /(?<!\p{L})(?:между\s+(?:своими|собственными|моими|вашими|вкладами|счетами)|перевод(?:\p{L}*)\s+(?:себе|собственных\s+средств)|(?:на|с)\s+(?:свой|своего|мой|моего|накопительн\p{L}+)\s+сч[её]т\p{L}*|own\s+(?:account\s+)?transfer|internal\s+transfer|between\s+(?:own|my|your)\s+accounts|transfer\s+(?:to|from)\s+(?:own|my|your|savings)(?!\p{L})|prenos\s+između\s+(?:sopstvenih|svojih)|između\s+sopstvenih\s+računa)/iu

/** Whether the statement's own words say that both accounts are the person's. */
export const isOwnTransfer = (payee: string | null, note: string | null): boolean =>
  OWN.test(payee ?? '') || OWN.test(note ?? '')

const BACK =
  /(?<!\p{L})(?:возврат|сторно|отмена\s+(?:операции|покупки)|refund|reversal|chargeback|reversed|povraćaj|povrat)(?!\p{Lu})/iu
/** Money back that was never spending: taxes, debts, deposits. */
const NOT_BOUGHT = /(?<!\p{L})(?:налог|ндфл|вычет|долг|за[йи]м|вклад|депозит|кредит|tax|loan|debt|deposit)/iu

/** Whether incoming money is back for something bought. */
export const isRefund = (payee: string | null, note: string | null): boolean => {
  const text = `${payee ?? ''} ${note ?? ''}`
  return BACK.test(text) && !NOT_BOUGHT.test(text)
}

interface Texts {
  payee: string | null
  note: string | null
  /** What the bank calls the category: a hint when the words give none. */
  named: string | null
}
interface Classified {
  payee: string | null
  payeeKey: string | null
  note: string | null
  words: string[]
  category: Category | null
}

/** Numbers of orders and terminals: they make texts differ that mean the same to the lexicon. */
const NUMBERS = /(?<![\p{L}\p{N}])\d{3,}(?![\p{L}\p{N}])/gu
const withoutNumbers = (text: string | null): string | null => text?.replace(NUMBERS, ' ') ?? null

/** What a function gave for the texts that came lately. */
const remembering = <T>(decide: (texts: Texts) => T): ((texts: Texts) => T) => {
  const decided = new Map<string, T>()
  return (texts) => {
    const key = JSON.stringify([texts.payee, texts.note, texts.named])
    const before = decided.get(key)
    if (before !== undefined) return before
    const result = decide(texts)
    if (decided.size >= REMEMBERED) decided.clear()
    decided.set(key, result)
    return result
  }
}

/** Classifies the texts of one file's movements by the lexicon; texts that repeat are decided once. */
export const classifyEntry = (lang: Lang): ((kind: Kind, texts: Texts) => Classified) => {
  const byLexicon = remembering(({ payee, note, named }) => {
    const found = deriveCategory({ payee, note }, [], lang) ?? deriveCategory({ payee: named, note: null }, [], lang)
    return {
      category: found && { label: found.label, key: found.key },
      isMerchant: payee !== null && readPayee(payee).category !== null,
    }
  })
  const classify = remembering(({ payee, note, named }): Classified => {
    const { category, isMerchant } = byLexicon({ payee: withoutNumbers(payee), note: withoutNumbers(note), named })
    const known = payee === null ? null : isMerchant ? readPayee(payee) : { name: payee, key: keyOf(payee) }
    const name = known?.name ?? null
    return { payee: name, payeeKey: known?.key ?? null, note, words: stemsOf(name, note), category }
  })
  return (kind, texts) => (kind === 'transfer' ? { ...classify(texts), category: null } : classify(texts))
}
