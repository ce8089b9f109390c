import type { FindNames } from '../tools/contract.ts'
import { knownFigures, unknownFigure } from './figures.ts'
import { type Instruction, saysInstruction, squash, wordsOf } from './instructions.ts'
import { splitSentences } from './sentences.ts'
import { createSubstanceRule } from './substances.ts'
import { createUndone, tellsNewState } from './undone.ts'

/** What a reply may be built from. */
export interface Evidence {
  lang: 'ru' | 'en'
  /** What domains recognise as "it is done". */
  claims: readonly RegExp[]
  /** Whether a write was committed in this turn. */
  committed: boolean
  /** The arguments of writes of this turn that were refused or failed. */
  undone?: readonly unknown[]
  /** The person's own words of this conversation. */
  own: readonly string[]
  /** Tool results and recalled rows of this person. */
  rows: readonly string[]
  /** Rendered sentences, which always pass. */
  fixed: readonly string[]
  /** Names of supplements, medicines and illnesses in a text. */
  names?: FindNames
  /** What a model was told to do; none of it may be said. */
  instructions?: readonly Instruction[]
}

export interface Gate {
  /** Takes streamed text; returns the sentences that are cleared now. */
  push(text: string): string[]
  /** Clears or blocks what is left. */
  end(): string[]
  /** The rule of each blocked sentence. */
  readonly blocked: string[]
}

const REPORTS: readonly RegExp[] = [
  /(?<!\p{L})(?:записал|добавил|удалил|перен[её]с|перенесл|отменил|создал|сохранил|поставил|запланировал|обновил|изменил|исправил|оплатил|отправил|забронировал|перев[её]л|выполнил|завершил|вн[её]с|напомнил|отметил|сделал|убрал|восстановил|установил|назначил)[аи]?(?!\p{L})/iu,
  /(?<!\p{L})(?:i(?:['’]ve| have)|we(?:['’]ve| have)|i|we|it(?:['’]s| is| has been)|been|all|(?:your|the|this) [\p{L}\d '’«»"-]{1,60} (?:is|are|was|has been|have been))\s+(?:just\s+|now\s+|been\s+|successfully\s+|already\s+)*(?:recorded|added|deleted|removed|moved|cancell?ed|created|saved|scheduled|rescheduled|updated|changed|booked|logged|set|set up|done|paid|sent|completed|noted|marked|transferred)(?!\p{L})/iu,
]
const CLAIMS: readonly RegExp[] = [
  ...REPORTS,
  /(?<!\p{L})(?:записан[аоы]?|готово|сделано|добавлен[аоы]?|удал[её]н[аоы]?|перенес[её]н[аоы]?|отмен[её]н[аоы]?|сохран[её]н[аоы]?|запланирован[аоы]?|обновл[её]н[аоы]?|создан[аоы]?|отправлен[аоы]?|оплачен[аоы]?|забронирован[аоы]?|выполнен[аоы]?|напомню)(?!\p{L})/iu,
  /(?<!\p{L})(?:i(?:['’]ll| will) remind you|(?:done|recorded|added|deleted|removed|saved|scheduled)(?=[.!,:;\s]*$|[.!:;,]))(?!\p{L})/iu,
]
/** "не записал" and "вы записали" claim nothing of ours. */
const NOT_OURS =
  /(?<!\p{L})(?:не|вы|ты|you|not|cannot|never|nothing|\p{L}+n['’]t)\s+(?:(?:уже|сами|already|have|been|be|will|is|was|has) ){0,3}\p{L}+/giu
/** A question about an action claims nothing; "Записал, верно?" does. */
const ASKS =
  /^[\s\p{P}]*(?:(?:на|в|во|с|до|к|о|об) )?(?:как\p{L}{1,4}|что|чего|где|куда|когда|сколько|кого|кому|чей|нужно ли|хотите|надо ли|which|what|when|where|how|who|should|shall|do you|would you|want me)(?!\p{L})[^?]*\?\s*$/iu
const MARKUP =
  /<\/?context>|system (?:prompt|message)|системн\p{L}+ (?:промпт|инструкц|сообщени)\p{L}*|(?<!\p{L})(?:мо(?:и|их|им) инструкци\p{L}*|my instructions)(?!\p{L})/iu
const IDENTIFIER =
  /(?<![\p{L}\d_])(?:[a-z]+(?:_[a-z]+){2,}|(?:account|calendar|finance|memory|planning|reminders|tasks)_[a-z_]+)(?![\p{L}\d_])/giu
const LINK =
  /!\[[^\]]*\]\([^)]*\)|(?:[a-z][a-z\d+.-]*:\/\/|www\.|javascript:|data:\w+\/)[^\s)>\]]+|(?<![@\p{L}\d.-])(?:[\p{L}\d-]+\.)+(?:com|ru|org|net|io|me|app|xyz|info|site|online|dev|co|link|click|top|biz|рф|su|rs|uk|de)(?![\p{L}\d.-]*[\p{L}\d])(?:\/[^\s)>\]]*)?/giu
const CONTACT = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|\+\d[\d\s()-]{8,}\d/gu
/** What every link and every contact has: few sentences do, and the look itself is long. */
const MAY_LINK = /[.:]\S|!\[/u
const MAY_CONTACT = /[@+]/u
const MEDICINE =
  'таблет|лекарств|препарат|антибиотик|инсулин|ибупрофен|парацетамол|аспирин|анальгин|нурофен|антидепрессант|снотворн|капсул|доз[ауы]|pill|tablet|medicine|medication|meds|antibiotic|insulin|ibuprofen|paracetamol|aspirin|antidepressant|dose'
const MEDICAL: readonly RegExp[] = [
  // Starting, stopping or changing a medicine is a doctor's word.
  new RegExp(
    `(?<!\\p{L})(?:прекратите|бросьте|перестаньте|не принимайте|не пейте|отмените|примите|принимайте|выпейте|пейте|увеличьте|уменьшите|удвойте|пропустите|stop|quit|take|skip|double|increase|reduce|lower|start)(?!\\p{L}).{0,40}(?<!\\p{L})(?:${MEDICINE})\\p{L}*`,
    'iu',
  ),
  /(?<!\p{L})(?:прекратите|бросьте|перестаньте|stop|quit)\s+(?:при[её]м|принимать|пить (?:таблетки|лекарства)|taking)(?!\p{L})/iu,
  /(?<!\p{L})(?:у вас|у тебя|это|you (?:probably |likely |may |might )?have|it(?:['’]s| is))[\s,]+(?:\p{L}+[\s,]+){0,2}(?:диабет|гипертони|депресси|рак(?!\p{L})|инфаркт|грипп|пневмони|ангин|мигрен|анеми|язв[аы]|diabetes|hypertension|depression|cancer|flu(?!\p{L})|pneumonia|migraine|anemia|anaemia)/iu,
  /(?<!\p{L})(?:безопасно (?:принимать|сочетать|пить|совмещать)|можно (?:принимать|пить|сочетать) вместе|safe to (?:take|combine|mix|drink)|перестаньте есть|не ешьте (?:весь|целый|ничего)|голодайте|starve|fast for \d)(?!\p{L})/iu,
]
/** An amount of a medicine; of a thing that is known by name the rule of substances judges it. */
const DOSE = /\d+(?:[.,]\d+)?\s*(?:мг|мкг|мл|mg|mcg|ml|IU|МЕ)(?!\p{L})/iu
const MONEY_ADVICE =
  /(?<!\p{L})(?:возьмите|оформите|берите|возьми|оформи) (?:\p{L}+ )?(?:кредит|за[её]м|займ|микрозайм|ипотек|рассрочк)\p{L}*|(?<!\p{L})(?:вложите|вложи|инвестируйте|инвестируй)(?!\p{L})|(?<!\p{L})(?:купите|покупайте|купи) (?:акци|биткоин|крипт|облигаци)\p{L}*|(?<!\p{L})(?:take out|get) a loan|(?<!\p{L})(?:buy|purchase) (?:stocks?|shares|crypto|bitcoin)|(?<!\p{L})invest (?:in|your|all)(?!\p{L})/iu
/** What could be said to us is quoted after these words; its figures are nobody's. */
const EXAMPLE = /(?<=(?:например|for example)[^«“]{0,20}(?:[«“][^»”]*[»”],? ?(?:и |or |and )?)*)[«“][^»”]*[»”]/giu
const PLACEHOLDER = /\[[A-Z]+_\d+\]/gu
const CYRILLIC = /\p{Script=Cyrillic}+/gu
const LATIN = /\p{Script=Latin}[\p{Script=Latin}'’]*/gu
/** Brands and names have no such words; English speech hardly does without. */
const ENGLISH =
  /^(?:the|an?|is|are|was|i|you|your|to|for|and|have|has|had|it|of|will|can|not|with|this|that|my|in|on)$/iu
const LANGUAGE_ASKED = /английск|русск|перевед|перевод|english|russian|translat/iu

/**
 * The one gate of every outgoing reply: whole sentences leave as soon as they are cleared. A sentence passes when it was
 * rendered from a committed row, or when nothing in it claims, computes, links or advises beyond the evidence. Streaming
 * and not streaming give the same text.
 */
export const openGate = (evidence: Evidence): Gate => {
  const blocked: string[] = []
  const judge = (sentences: readonly string[]): string[] =>
    sentences.filter((sentence) => {
      const broken = rule(sentence)
      if (broken) blocked.push(broken)
      return broken === null
    })
  const rule = judgeBy(evidence)
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

/** The rule a sentence breaks, or null. What is known is indexed at the first sentence that needs it. */
const judgeBy = (evidence: Evidence): ((sentence: string) => string | null) => {
  const fixed = once(() => evidence.fixed.map(squash).filter((text) => text !== ''))
  const figures = once(() => knownFigures(evidence.own, evidence.rows))
  const undone = once(() => createUndone(evidence.undone ?? [], evidence.rows))
  const known = once(() => [...evidence.own, ...evidence.rows].join('\n').toLowerCase())
  /** The same as words with single spaces. */
  const heard = once(() => wordsOf(known()).join(' '))
  const foreign = (sentence: string, pattern: RegExp): boolean =>
    (sentence.match(pattern) ?? []).some((part) => !known().includes(part.toLowerCase()))
  const given = (sentence: string): boolean => evidence.own.some((text) => squash(text).includes(squash(sentence)))
  const { names, own, rows } = evidence
  const substances = names && createSubstanceRule({ names, own, rows })
  const namesSubstance = (sentence: string): boolean =>
    names?.(sentence).some(({ kind }) => kind === 'item' || kind === 'medicine') ?? false
  let choosing = false
  const claims = (sentence: string): boolean => {
    // "What should I do?" and its numbered lines offer actions; only a plain report among them is a claim.
    choosing = /\?\s*$/u.test(sentence) || (choosing && /^\s*\d{1,2}[.)]\s/u.test(sentence))
    if (ASKS.test(sentence)) return false
    const ours = sentence.replace(NOT_OURS, '')
    if (choosing && /^\s*\d/u.test(sentence)) return REPORTS.some((claim) => claim.test(ours))
    return [...CLAIMS, ...evidence.claims].some((claim) => claim.test(ours))
  }
  return (said) => {
    const plain = squash(said)
    if (plain === '' || fixed().some((text) => text.includes(plain))) return null
    const sentence = said.normalize('NFKC').replace(PLACEHOLDER, '')
    if (MARKUP.test(sentence) && !given(sentence)) return 'system_text'
    if (sentence.includes('_') && foreign(sentence, IDENTIFIER)) return 'system_text'
    if (saysInstruction(plain, evidence.instructions ?? [], heard)) return 'system_text'
    if (MAY_LINK.test(sentence) && foreign(sentence, LINK)) return 'foreign_link'
    if (MAY_CONTACT.test(sentence) && foreign(sentence, CONTACT)) return 'foreign_contact'
    if (!evidence.committed && (claims(sentence) || tellsNewState(sentence))) return 'claim_without_row'
    if (undone()(sentence)) return 'claim_without_row'
    const unsaid = (advice: RegExp): boolean => {
      const found = advice.exec(sentence)
      return found !== null && !known().includes(found[0].toLowerCase())
    }
    if (MEDICAL.some(unsaid) || (unsaid(DOSE) && !namesSubstance(sentence))) return 'medical_advice'
    const aboutSubstance = substances?.(sentence) ?? null
    if (aboutSubstance !== null) return aboutSubstance
    if (MONEY_ADVICE.test(sentence)) return 'money_advice'
    if (unknownFigure(sentence.replace(EXAMPLE, ''), figures, known) !== null) return 'unknown_figure'
    return speaksOther(sentence, evidence, known) ? 'wrong_language' : null
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Four words and more of the other script, none of them the person's: a title or a brand is not another language. */
const speaksOther = (sentence: string, evidence: Evidence, known: () => string): boolean => {
  const [ours, others] = evidence.lang === 'ru' ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC]
  if (sentence.match(ours)) return false
  const words = sentence.match(others) ?? []
  if (words.length < 4 || LANGUAGE_ASKED.test(evidence.own.join(' '))) return false
  if (evidence.lang === 'ru' && !words.some((word) => ENGLISH.test(word))) return false
  return words.filter((word) => !known().includes(word.toLowerCase())).length >= 3
}
