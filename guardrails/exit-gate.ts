/** What a reply may be built from. */
export interface Evidence {
  lang: 'ru' | 'en'
  /** What domains recognise as "it is done". */
  claims: readonly RegExp[]
  /** Whether a write was committed in this turn. */
  committed: boolean
  /** The person's own words of this conversation. */
  own: readonly string[]
  /** Tool results of this turn. */
  rows: readonly string[]
  /** Rendered sentences, which always pass. */
  fixed: readonly string[]
}

export interface Gate {
  /** Takes streamed text; returns the sentences that are cleared now. */
  push(text: string): string[]
  /** Clears or blocks what is left. */
  end(): string[]
  /** The rule of each blocked sentence. */
  readonly blocked: string[]
}

const CLAIMS: readonly RegExp[] = [
  /(?<!\p{L})(?:записал|добавил|удалил|перен[её]с|отменил|создал|сохранил|поставил|запланировал|обновил|изменил|исправил|оплатил|отправил)[аи]?(?!\p{L})/iu,
  /(?<!\p{L})(?:записано|готово|сделано|добавлено|удалено|перенесено|отменено|сохранено|запланировано|обновлено|напомню)(?!\p{L})/iu,
  /(?<!\p{L})(?:i(?:['’]ve| have)|i|it(?:['’]s| is| has been)|been|all|your [\p{L} ]+ (?:is|has been))\s+(?:just\s+|now\s+)?(?:recorded|added|deleted|removed|moved|cancell?ed|created|saved|scheduled|updated|changed|booked|logged|set up|done|paid|sent)(?!\p{L})/iu,
  /(?<!\p{L})(?:i(?:['’]ll| will) remind you|done|recorded|added|deleted)(?!\p{L})/iu,
]
const SYSTEM_TEXT =
  /<\/?context>|system prompt|системн\p{L}+ (?:промпт|инструкц)\p{L}*|(?<!\p{L})[a-z]+_(?:add|update|delete|list|get|set|cancel|summarise|find|search|remember|forget)_[a-z_]+/iu
const LINK = /(?:https?:\/\/|www\.)[^\s)>\]]+|!\[[^\]]*\]\([^)]*\)/giu
const MEDICAL =
  /(?<!\p{L})(?:прекратите|бросьте|перестаньте|не принимайте|отмените|stop|quit)\s+(?:при[её]м|принимать|пить|taking|using)(?!\p{L})|(?<!\p{L})(?:у вас|you have)\s+(?:диабет|гипертони|депресси|рак|инфаркт|diabetes|hypertension|depression|cancer)|\d\s*(?:мг|мкг|мл|mg|mcg|ml|IU|МЕ)(?!\p{L})/iu
const CONTACT = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|\+\d[\d\s()-]{8,}\d/gu
// A figure: digits with spaces, dots, commas or colons inside.
const FIGURE = /\d+(?:[ \u00a0\u202f.,:]\d+)*/gu
/** Numbers up to this are counting words ("3 встречи", "2)"); larger ones must come from somewhere. */
const FREE = 12

/**
 * The one gate of every outgoing reply: whole sentences leave as soon as they are cleared. A sentence passes when it was
 * rendered from a committed row, or when nothing in it claims, computes, links or advises beyond the evidence. Streaming
 * and not streaming give the same text.
 */
export const openGate = (evidence: Evidence): Gate => {
  const blocked: string[] = []
  const fixed = evidence.fixed.map(squash).filter((text) => text !== '')
  let figures: Set<string> | undefined
  let known: string | undefined
  const rule = (sentence: string): string | null => {
    const plain = squash(sentence)
    if (plain === '' || fixed.some((text) => text.includes(plain))) return null
    known ??= [...evidence.own, ...evidence.rows].join('\n').toLowerCase()
    if (SYSTEM_TEXT.test(sentence)) return 'system_text'
    for (const [link] of sentence.matchAll(LINK)) if (!known.includes(link.toLowerCase())) return 'foreign_link'
    for (const [contact] of sentence.matchAll(CONTACT))
      if (!known.includes(contact.toLowerCase())) return 'foreign_contact'
    if (
      !evidence.committed &&
      !/\?\s*$/u.test(sentence) &&
      [...CLAIMS, ...evidence.claims].some((claim) => claim.test(sentence))
    )
      return 'claim_without_row'
    figures ??= figuresOf([...evidence.own, ...evidence.rows])
    for (const [figure] of sentence.matchAll(FIGURE)) if (!isKnown(figure, figures)) return 'unknown_figure'
    const medical = MEDICAL.exec(sentence)
    if (medical && !known.includes(medical[0].toLowerCase())) return 'medical_advice'
    return speaksOther(sentence, evidence.lang) ? 'wrong_language' : null
  }
  const judge = (sentences: readonly string[]): string[] =>
    sentences.filter((sentence) => {
      const broken = rule(sentence)
      if (broken) blocked.push(broken)
      return broken === null
    })
  let held = ''
  return {
    blocked,
    push(text) {
      held += text
      const { whole, rest } = splitSentences(held)
      held = rest
      return judge(whole)
    },
    end() {
      const { whole, rest } = splitSentences(held)
      held = ''
      return judge(rest.trim() === '' ? whole : [...whole, rest])
    },
  }
}

const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

// A sentence ends at a line break, or at . ! ? … before a space and a character that can begin the next one. What
// follows must be there already, so that a stream is cut exactly where the whole text is.
const END = /\n+|[.!?…]+["»”)]*\s+(?=[\p{Lu}\d«"“(—–-])/gu
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{L}|т|д|п|е|к|им|ул|д|кв|г|гг|руб|коп|тыс|млн|млрд|мин|ч|см|стр|e\.g|i\.e|mr|mrs|ms|dr|st|vs|no|approx|\d+)\.\s+$/iu

/** Whole sentences of a text, separators kept, and what may still go on. */
export const splitSentences = (text: string): { whole: string[]; rest: string } => {
  const whole: string[] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length
    if (to >= text.length) break
    if (!match[0].startsWith('\n') && ABBREVIATED.test(text.slice(from, to))) continue
    whole.push(text.slice(from, to))
    from = to
  }
  return { whole, rest: text.slice(from) }
}

const plainNumber = (figure: string): string =>
  figure
    .replace(/[ \u00a0\u202f]/gu, '')
    .replace(/,(?=\d{3}(?:\D|$))/gu, '')
    .replace(',', '.')

const figuresOf = (texts: readonly string[]): Set<string> => {
  const figures = new Set<string>()
  for (const text of texts) {
    for (const [figure] of text.matchAll(FIGURE)) {
      const plain = plainNumber(figure)
      figures.add(plain)
      for (const part of plain.split(/[.:]/u)) figures.add(String(Number(part)))
      const value = Number(plain)
      // Minor units in a row are said in major ones.
      if (Number.isInteger(value)) figures.add(String(value / 100))
      if (Number.isFinite(value)) figures.add(String(value))
    }
    // Instants and dates are said in parts.
    for (const [, year, month, day] of text.matchAll(/(\d{4})-(\d{2})-(\d{2})/gu))
      for (const part of [year, month, day]) figures.add(String(Number(part)))
  }
  return figures
}

const isKnown = (figure: string, figures: ReadonlySet<string>): boolean => {
  const plain = plainNumber(figure)
  const value = Number(plain)
  if (figures.has(plain) || figures.has(String(value))) return true
  if (Number.isInteger(value) && value <= FREE) return true
  const parts = plain.split(':')
  return parts.length === 2 && parts.every((part) => figures.has(String(Number(part))))
}

const speaksOther = (sentence: string, lang: 'ru' | 'en'): boolean => {
  const cyrillic = sentence.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0
  return lang === 'ru' ? cyrillic === 0 && latin > 40 : latin === 0 && cyrillic > 40
}
