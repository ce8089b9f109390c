// Money: what came in, what went out, what is left of a limit and where the rest is.
import type { Domain } from '../contract.ts'
import { overBudget } from './rules.ts'
import { transactionAdded } from './schema.ts'
import { tools } from './tools.ts'

export const finance: Domain = {
  id: 'finance',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: { 'finance.transaction_added': transactionAdded },
  rules: [overBudget],
  claims: {
    // A verb of doing and a thing of money in one sentence, in either order.
    done: [
      /(?<!\p{L})(?:записа[лн]|добавил|добавлен|вн[её]с|учт[её]н|уч[её]л|удалил|удал[её]н|исправил|исправлен|изменил|измен[её]н|разделил|раздел[её]н|установил|установлен|поставил|задал|создал)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:трат|расход|доход|покупк|зарплат|перевод|транзакци|лимит|бюджет|сч[её]т|категори|руб)/iu,
      /(?:(?<!\p{L})(?:трат|расход|доход|покупк|перевод|транзакци|лимит|бюджет|сч[её]т)\p{L}*|₽|руб\p{L}*)[^.!?\n]{0,60}(?<!\p{L})(?:записа[лн]|добавил|добавлен|вн[её]с|учт[её]н|удалил|удал[её]н|исправлен|исправил|измен[её]н|раздел[её]н|установлен|поставлен|создан)/iu,
      /(?<!\p{L})(?:recorded|logged|added|saved|entered|deleted|removed|updated|changed|corrected|split|set)(?!\p{L})[^.!?\n]{0,60}(?:(?<!\p{L})(?:expense|income|transaction|purchase|spending|transfer|budget|limit|account|category|entry|dollars?|bucks)|[$€£])/iu,
      /(?:(?<!\p{L})(?:expense|income|transaction|purchase|spending|transfer|budget|limit|account|entry)\p{L}*|[$€£]\s?\d)[^.!?\n]{0,60}(?<!\p{L})(?:recorded|logged|added|saved|deleted|removed|updated|changed|corrected|split|(?:is|was|been) set)(?!\p{L})/iu,
    ],
  },
}
