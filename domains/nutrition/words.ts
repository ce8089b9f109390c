import type { Message, MessageParam } from '../../core/messages.ts'
import type { AmountShape, QuestionShape, SourceShape, TotalShape } from './schema.ts'

/** How nutrition is said: sentences about names, amounts, levels and sources, never a figure that was not computed here. */
export const say = (key: string, params: Record<string, MessageParam> = {}): Message => ({
  key: `nutrition.${key}`,
  params,
})

/** Items side by side. */
export const joined = (
  items: readonly Message[],
  by: 'join' | 'join_semicolon' | 'join_plus' = 'join',
): MessageParam => {
  const [head, ...tail] = items
  if (!head) return ''
  return tail.length === 0 ? head : say(by, { head, tail: joined(tail, by) })
}
export const words = (texts: readonly string[], by: Parameters<typeof joined>[1] = 'join'): MessageParam =>
  joined(
    texts.map((text) => say('text', { text })),
    by,
  )
export const lines = (messages: readonly Message[]): Message =>
  say('lines', { lines: { list: messages, join: 'lines' } })
/** A clause of the knowledge as a sentence of its own. */
export const sentence = (text: string): string =>
  text === '' ? '' : `${capital(text)}${/[.!?]$/.test(text) ? '' : '.'}`
/** A clause that goes on after a colon; abbreviations keep their capitals. */
export const clause = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '') : text
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `400 мг`; as many digits as matter. */
export const saidAmount = ({ value, unit }: AmountShape): Message =>
  say(`unit_${unit}`, { value: Number(value.toPrecision(4)) })

/** Levels of all authorities side by side: `350 мг (NASEM, только из добавок); 250 мг (EFSA, только из добавок)`. */
export const saidLevels = (limits: TotalShape['limits']): MessageParam =>
  joined(
    limits.map(({ value, unit, authority, basis, kind }) =>
      say('level', {
        amount: saidAmount({ value, unit }),
        authority: say(`authority_${authority}`),
        basis: basis === 'supplemental' ? say('basis_supplemental') : '',
        kind: kind === 'guidance' ? say('kind_guidance') : '',
      }),
    ),
    'join_semicolon',
  )

const MOST_SOURCES = 5
/** Organisation and year, each once. */
export const saidSources = (sources: readonly SourceShape[]): Message[] => {
  const named = [...new Set(sources.map(({ organisation, year }) => `${organisation}, ${year}`))]
  return named.length === 0 ? [] : [say('sources', { list: words(named.slice(0, MOST_SOURCES), 'join_semicolon') })]
}

export const saidQuestion = ({ fact, items = [] }: Pick<QuestionShape, 'fact' | 'items'>): Message =>
  say(`ask_${fact}`, { items: words(items) })
